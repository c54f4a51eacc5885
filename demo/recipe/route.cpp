#include "route.hpp"

#include <algorithm>

namespace afterword::recipe {

namespace {

/// `text` up to its query. In a template the `?` of a name in braces begins none.
std::string_view path_of(std::string_view text) {
  bool inside = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '{' || text[at] == '}')
      inside = text[at] == '{';
    else if (!inside && (text[at] == '?' || text[at] == '#'))
      return text.substr(0, at);
  }
  return text;
}

} // namespace

bool can_become(std::string_view pattern, std::string_view url) {
  std::size_t from = 0; // in url: all before it is explained
  bool anything = false;
  while (!pattern.empty()) {
    const std::size_t brace = pattern.find('{');
    const std::size_t end = brace == std::string_view::npos ? brace : pattern.find('}', brace);
    const bool is_last = end == std::string_view::npos;
    const std::string_view literal = is_last ? pattern : pattern.substr(0, brace);
    if (is_last && anything)
      return url.size() - from >= literal.size() && url.ends_with(literal);
    const std::size_t found = anything ? url.find(literal, from) : from;
    if (found == std::string_view::npos || url.substr(found, literal.size()) != literal)
      return false;
    from = found + literal.size();
    anything = !is_last;
    pattern.remove_prefix(is_last ? pattern.size() : end + 1);
  }
  return anything || from == url.size();
}

bool can_become_path(std::string_view pattern, std::string_view url) {
  return can_become(path_of(pattern), path_of(url));
}

std::string cursor_in(std::string_view pattern, std::string_view url) {
  const std::size_t brace = pattern.find("{cursor");
  const std::size_t start = pattern.find_last_of("?&", brace);
  if (brace == std::string_view::npos || start == std::string_view::npos)
    return {};
  const std::string name(pattern.substr(start + 1, brace - start - 1)); // with its =
  for (std::size_t at = url.find('?'); at < url.size(); at = url.find('&', at)) {
    ++at;
    if (url.substr(at).starts_with(name))
      return std::string(
          url.substr(at + name.size(), std::min(url.find_first_of("&#", at), url.size()) - at - name.size()));
  }
  return {};
}

} // namespace afterword::recipe
