#pragma once
/// @file Templates: a recipe's `{names}` filled in, in a URL, a header or a body.

#include "afterword/html/format.hpp"
#include "afterword/model/config.hpp"
#include "afterword/model/draft.hpp"
#include "afterword/text/escape.hpp"

#include <cstddef>
#include <list>
#include <optional>
#include <string>
#include <utility>

namespace afterword::backend {

/// What a name stands for. A box is "true", or empty.
struct Variable {
  std::string name;
  std::string value;
  bool is_box = false;
};

/// Names that templates may use. The first is `backend`.
using Variables = std::list<Variable>;

/// Templates are filled in up to this many bytes; more is no request that anybody meant to send.
inline constexpr std::size_t most_request_bytes = 1 << 20;

/// What every template may use.
inline Variables variables(const Config &config) {
  Variables all;
  all.push_back({"backend", config.backend});
  all.push_back({"page", config.page});
  all.push_back({"address", config.address});
  all.push_back({"language", config.language});
  for (const text::Named &value : config.values)
    all.push_back({value.name, value.value});
  return all;
}

/// Adds what the templates of a comment's request may use besides.
/// @param rules name the recipe's own fields
inline void add(Variables &variables, const Draft &draft, const FormRules &rules) {
  variables.push_back({"parent", draft.parent});
  variables.push_back({"key", draft.key});
  variables.push_back({"comment_html", html::format_text(draft.comment).str()});
  for (const Field field : all_fields)
    variables.push_back(
        {is_extra(field) ? rules[field].extra.name : name(field), draft.value(field), is_box(field)});
}

namespace detail {

/// What stands in place of a name.
struct Filled {
  std::string text{};
  bool is_literal = false;  ///< a number, a boolean or null, where those can be told from texts
  bool is_left_out = false; ///< as is the member that it is the value of
};

inline bool is_number(const std::string &text) noexcept {
  return !text.empty() && text.size() < 19 && text.find_first_not_of("0123456789") == std::string::npos;
}

/// What `written`, which stood in braces, means; nothing if it names nothing. A name can stand behind `#`,
/// which wants a number, and before `|`, which says what it is when it is empty, or `?`, which leaves it out
/// then.
inline std::optional<Filled> resolve(const std::string &written, const Variables &variables) {
  const std::size_t start = written.starts_with('#') ? 1 : 0;
  const std::size_t end = std::min(written.find_first_of("|?", start), written.size());
  const std::string name = written.substr(start, end - start);
  const std::string rest = end < written.size() ? written.substr(end + 1) : std::string();
  const char mark = end < written.size() ? written[end] : ' ';
  for (const Variable &variable : variables) {
    if (variable.name != name)
      continue;
    Filled filled;
    filled.text = variable.value;
    filled.is_literal = variable.is_box;
    if (variable.value.empty()) {
      filled.is_left_out = mark == '?';
      filled.text = mark == '|' ? rest : variable.is_box ? "false" : start != 0 ? "null" : "";
      filled.is_literal = filled.is_literal || filled.text == "null";
    } else if (!rest.empty() && mark == '?') {
      filled.text = rest;
      filled.is_literal = false;
    }
    if (start != 0)
      filled.is_literal = filled.is_literal || is_number(filled.text);
    return filled;
  }
  return std::nullopt;
}

} // namespace detail

/// `pattern`, filled in. In a URL `{backend}` stands as it is and every other value is percent-encoded, so it
/// can neither end its place nor begin another. A name that is unknown stays as it was written.
inline std::string expand(const std::string &pattern, const Variables &variables, bool in_url) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size() && out.size() <= most_request_bytes;) {
    const std::size_t end = pattern[at] == '{' ? pattern.find('}', at) : std::string::npos;
    const std::string written = end != std::string::npos ? pattern.substr(at + 1, end - at - 1) : "";
    const auto filled = written.empty() ? std::nullopt : detail::resolve(written, variables);
    if (!filled) {
      out.push_back(pattern[at++]);
      continue;
    }
    // The word for a box that is not ticked belongs to JSON alone.
    const std::string &text = filled->text == "false" ? std::string() : filled->text;
    out += in_url && written != variables.front().name ? text::percent_encode(text) : text;
    at = end + 1;
  }
  return out;
}

} // namespace afterword::backend
