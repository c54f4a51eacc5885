#pragma once
/// @file Templates: a recipe's `{names}` filled in, in a URL, a header or a body.

#include "afterword/html/url.hpp"
#include "afterword/model/config.hpp"
#include "afterword/model/draft.hpp"
#include "afterword/text/escape.hpp"
#include "afterword/text/named.hpp"

#include <algorithm>
#include <cstddef>
#include <list>
#include <optional>
#include <string>
#include <utility>

namespace afterword::backend {

/// What templates may name.
struct Variables {
  std::list<text::Named> named{};   ///< the first is `backend`
  const Draft *draft = nullptr;     ///< what is sent; or nullptr. It must outlive this,
  const FormRules *rules = nullptr; ///< and so must these, which name the recipe's own fields
};

/// Templates are filled in up to this many bytes; more is no request that anybody meant to send.
inline constexpr std::size_t most_request_bytes = 1 << 20;

/// What every template may use.
inline Variables variables(const Config &config) {
  Variables all;
  all.named.push_back({"backend", config.backend});
  all.named.push_back({"page", config.page});
  all.named.push_back({"address", config.address});
  all.named.push_back({"language", config.language});
  all.named.insert(all.named.end(), config.values.begin(), config.values.end());
  return all;
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

/// What `name` stands for; nothing if nobody knows. A box is "true", or empty.
inline std::optional<std::string> find_value(const Variables &variables, const std::string &name,
                                             bool &is_box) {
  for (const text::Named &each : variables.named)
    if (each.name == name)
      return each.value;
  if (variables.draft == nullptr)
    return std::nullopt;
  const Draft &draft = *variables.draft;
  if (name == "parent")
    return draft.parent;
  if (name == "key")
    return draft.key;
  for (const Field field : all_fields) {
    const Extra *extra = variables.rules->extra(field);
    if (extra != nullptr ? extra->name != name : is_extra(field) || afterword::name(field) != name)
      continue;
    is_box = afterword::is_box(field);
    return draft.value(field);
  }
  return std::nullopt;
}

/// What `written`, which stood in braces, means; nothing if it names nothing. A name can stand behind `#`,
/// which wants a number, and before `|`, which says what it is when it is empty, or `?`, which leaves it out
/// then.
inline std::optional<Filled> resolve(const std::string &written, const Variables &variables) {
  const std::size_t start = written.starts_with('#') ? 1 : 0;
  const std::size_t end = std::min(written.find_first_of("|?", start), written.size());
  const std::string rest = end < written.size() ? written.substr(end + 1) : std::string();
  const char mark = end < written.size() ? written[end] : ' ';
  std::optional<Filled> filled;
  bool is_box = false;
  auto value = find_value(variables, written.substr(start, end - start), is_box);
  if (!value)
    return filled;
  filled.emplace();
  filled->text = std::move(*value);
  filled->is_literal = is_box;
  if (filled->text.empty()) {
    filled->is_left_out = mark == '?';
    filled->text = mark == '|' ? rest : is_box ? "false" : start != 0 ? "null" : "";
    filled->is_literal = is_box || filled->text == "null";
  } else if (!rest.empty() && mark == '?') {
    filled->text = rest;
    filled->is_literal = false;
  }
  if (start != 0 && is_number(filled->text))
    filled->is_literal = true;
  return filled;
}

} // namespace detail

/// `pattern`, filled in. In a URL `{backend}` stands as it is and every other value is percent-encoded, so it
/// can neither end its place nor begin another. A name that is unknown stays as it was written.
inline std::string expand(const std::string &pattern, const Variables &variables, bool in_url) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size() && out.size() <= most_request_bytes;) {
    const std::size_t end = text::end_of_name(pattern, at);
    const std::string written = end != std::string::npos ? pattern.substr(at + 1, end - at - 1) : "";
    const auto filled = written.empty() ? std::nullopt : detail::resolve(written, variables);
    if (!filled) {
      out.push_back(pattern[at++]);
      continue;
    }
    // The words for what is empty belong to JSON alone.
    const std::string text = filled->is_literal && (filled->text == "false" || filled->text == "null")
                                 ? std::string()
                                 : filled->text;
    out += in_url && written != variables.named.front().name ? text::percent_encode(text) : text;
    at = end + 1;
  }
  return out;
}

/// `url`, or nothing if nothing may be sent there: it is neither http(s) nor relative to the page, or too
/// long.
inline std::string check_web(std::string url) {
  const auto checked = html::Url::check(url);
  if (!checked || checked->str() != url || checked->scheme() == "mailto" || url.size() > most_request_bytes)
    url.clear();
  return url;
}

/// The URL that `pattern` gives; empty if nothing may be sent there.
inline std::string expand_web(const std::string &pattern, const Variables &variables) {
  return check_web(expand(pattern, variables, true));
}

} // namespace afterword::backend
