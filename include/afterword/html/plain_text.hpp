#pragma once
/// @file HTML as plain text, for what stands where no markup may: names, and a backend's words.

#include "afterword/html/tokenizer.hpp"

#include <string>
#include <string_view>

namespace afterword::html {

/// The text of `html`; of its first element called `name` only, if one is given. Tags count as nothing, raw
/// text is passed over. Not Markup: it is escaped like every text when it is drawn.
inline std::string plain_text(std::string_view html, std::string_view name = {}) {
  Tokenizer tokens(html);
  std::string out;
  bool inside = name.empty();
  for (Token token = tokens.next(); token.kind != Token::Kind::end; token = tokens.next()) {
    if (token.kind == Token::Kind::text) {
      if (inside)
        out += token.text;
    } else if (token.kind == Token::Kind::start_tag) {
      if (token.text == "script" || token.text == "style")
        tokens.skip_raw_text(token.text);
      inside = inside || token.text == name;
    } else if (inside && token.text == name) {
      break;
    }
  }
  return out;
}

} // namespace afterword::html
