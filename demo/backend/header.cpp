#include "header.hpp"

#include "afterword/text/ascii.hpp"
#include "afterword/text/trim.hpp"

#include <algorithm>

namespace afterword::demo {

bool lists(std::string_view header, std::string_view wanted) {
  while (!header.empty()) {
    const std::string_view element = header.substr(0, header.find(','));
    header.remove_prefix(std::min(element.size() + 1, header.size()));
    const std::size_t parameters = element.find(';');
    const std::string_view weight = parameters == std::string_view::npos
                                        ? std::string_view()
                                        : text::trim(element.substr(parameters + 1));
    const bool refused =
        weight.starts_with("q=0") && weight.find_first_of("123456789", 3) == std::string_view::npos;
    if (text::equal_ignoring_case(text::trim(element.substr(0, parameters)), wanted))
      return !refused;
  }
  return false;
}

bool is_known(const Request &request, const std::string &tag) {
  const std::string known = request.header("if-none-match");
  const std::string strong = tag.starts_with("W/") ? tag.substr(2) : tag;
  return known == "*" || lists(known, strong) || lists(known, "W/" + strong);
}

} // namespace afterword::demo
