#include "check.hpp"

#include "../backend/file.hpp"
#include "afterword/backend/recipe.hpp"
#include "format.hpp"
#include "parser.hpp"
#include "replay.hpp"
#include "sense.hpp"
#include "wording.hpp"

#include <iostream>

namespace afterword::recipe {

void check(std::string_view text, Report &report) {
  if (text.size() > backend::most_recipe_bytes) {
    report.mistake(0, "",
                   "is larger than " + std::to_string(backend::most_recipe_bytes) +
                       " bytes; such recipes are refused");
    return;
  }
  Value value;
  if (const auto error = parse(text, value)) {
    report.mistake(error->at, "", error->text);
    return;
  }
  const Spot recipe{value, "", report};
  check_format(recipe);
  if (report.mistakes() == 0)
    check_sense(recipe);
  if (report.mistakes() == 0 && !backend::Recipe::parse(text))
    report.mistake(0, "", "is refused by the core");
}

int check(const Options &options) {
  const auto file = demo::read_file(options.recipe);
  if (!file)
    throw std::runtime_error("cannot read " + options.recipe);
  Report report(options.recipe, file->content);
  check(file->content, report);
  report.print(std::cerr);
  std::cout << options.recipe << ": " << counted(report.mistakes(), "mistake") << ", "
            << counted(report.warnings(), "warning") << '\n';
  if (report.mistakes() > 0 || options.replies.empty())
    return report.mistakes() > 0 ? 1 : 0;
  const auto recipe = backend::Recipe::parse(file->content);
  const Tally tally = replay(*recipe, options.replies, options.verbose, std::cout);
  if (tally.read == 0)
    throw std::runtime_error("the recipe has no operation that " + options.replies + " has a reply of");
  std::cout << options.replies << ": " << tally.read << (tally.read == 1 ? " reply" : " replies") << " read, "
            << counted(tally.mistakes, "mistake") << ", " << tally.skipped << " skipped\n";
  return tally.mistakes > 0 ? 1 : 0;
}

} // namespace afterword::recipe
