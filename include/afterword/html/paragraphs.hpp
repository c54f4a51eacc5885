#pragma once
/// @file HTML as text with its paragraphs kept apart, for what is quoted and what is searched.

#include "afterword/html/tokenizer.hpp"
#include "afterword/text/trim.hpp"
#include "afterword/text/words.hpp"

#include <string>
#include <string_view>

namespace afterword::html {

/// The text of `html`, one line a paragraph, item or line break. Like plain_text it is no Markup.
inline std::string paragraphs(std::string_view html) {
  Tokenizer tokens(html);
  std::string out;
  for (Token token = tokens.next(); token.kind != Token::Kind::end; token = tokens.next()) {
    if (token.kind == Token::Kind::text)
      out += token.text;
    else if (text::is_among("p br li pre blockquote ul ol hr", token.text) && !out.empty() &&
             out.back() != '\n')
      out.push_back('\n');
  }
  return std::string(text::trim(out));
}

} // namespace afterword::html
