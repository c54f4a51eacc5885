#include "options.hpp"

namespace afterword::recipe {

const char *const help = R"(afterword-recipe: is a recipe right?

  afterword-recipe check RECIPE [options]    say what is wrong with the recipe, and where

  --replies DIR   play the recorded replies DIR/OPERATION.CASE.json through it, and say what it reads in
                  each; what each should be can stand in the file as "expect", or in DIR/expect.json
  --verbose       with --replies, write all that was read
  --help          this text

Exit status: 0 if all is right, 1 if not, 2 if the command line makes no sense.
)";

Options read_options(const std::vector<std::string> &arguments) {
  Options options;
  std::vector<std::string> words;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string &option = arguments[i];
    if (option == "--help" || option == "-h" || option == "help") {
      options.command = "help";
      return options;
    }
    if (!option.starts_with("--")) {
      words.push_back(option);
    } else if (option == "--verbose") {
      options.verbose = true;
    } else if (option.starts_with("--replies=")) {
      options.replies = option.substr(option.find('=') + 1);
    } else if (option == "--replies") {
      options.replies = i + 1 < arguments.size() ? arguments[++i] : "";
    } else {
      throw OptionError("there is no option " + option + "; --help lists them");
    }
    if (option.starts_with("--replies") && options.replies.empty())
      throw OptionError("--replies needs a folder; --help shows how");
  }
  if (words.empty())
    throw OptionError("say what to do: check RECIPE; --help explains it");
  if (words[0] != "check")
    throw OptionError("there is no command \"" + words[0] + "\"; --help lists them");
  if (words.size() != 2)
    throw OptionError("write it as: afterword-recipe check RECIPE [options]");
  options.command = words[0];
  options.recipe = words[1];
  return options;
}

} // namespace afterword::recipe
