#pragma once
/// @file A catalog: the words of one language, and how it counts.

#include "afterword/locale/message.hpp"
#include "afterword/locale/plural.hpp"
#include "afterword/text/decimal.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace afterword::locale {

/// Messages, UTF-8, by their place among those of reading, or of writing.
using ReadingMessages = std::array<const char *, reading_count>;
using WritingMessages = std::array<const char *, writing_count>;

/// The messages of one language. A message that counts has its forms joined by `|`, in the order of `forms`.
struct Catalog {
  std::string_view language;        ///< BCP 47
  std::string_view direction;       ///< ltr or rtl
  std::string_view group_separator; ///< between thousands
  PluralRule plural;
  std::array<Plural, 6> forms; ///< which form stands at which place of a message that counts
  ReadingMessages reading;
  const WritingMessages *writing; ///< outlives the catalog; nullptr where nobody can write

  /// The message; or, where messages stand in a row, the one `offset` places after it.
  [[nodiscard]] std::string say(Message message, std::size_t offset = 0) const {
    const std::size_t place = static_cast<std::size_t>(message) + offset;
    return place < reading_count ? reading[place] : (*writing)[place - reading_count];
  }

  /// The message with its `{name}` replaced by `value`.
  [[nodiscard]] std::string say(Message message, const char *name, const std::string &value) const {
    return fill(say(message), name, value);
  }

  /// The form of the message for `count`, which is also its `{count}`.
  [[nodiscard]] std::string count(Message message, std::size_t count) const {
    const std::string messages = say(message);
    std::string_view text = messages;
    const Plural wanted = plural(count);
    for (std::size_t i = 0; i < forms.size() && forms[i] != wanted; ++i) {
      const std::size_t bar = text.find('|');
      if (bar == std::string_view::npos)
        break;
      text.remove_prefix(bar + 1);
    }
    return fill(std::string(text.substr(0, text.find('|'))), "count", number(count));
  }

  /// `value` in digits, grouped as the language does.
  [[nodiscard]] std::string number(std::size_t value) const {
    const std::string digits = text::decimal(value);
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
      if (i != 0 && (digits.size() - i) % 3 == 0)
        out += group_separator;
      out.push_back(digits[i]);
    }
    return out;
  }

private:
  static std::string fill(const std::string &text, const char *name, const std::string &value) {
    std::string place = "{";
    place += name;
    place.push_back('}');
    const std::size_t at = text.find(place);
    return at == std::string::npos ? text : text.substr(0, at) + value + text.substr(at + place.size());
  }
};

} // namespace afterword::locale
