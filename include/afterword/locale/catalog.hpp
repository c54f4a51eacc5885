#pragma once
/// @file A catalog: the words of one language, and how it counts.

#include "afterword/locale/message.hpp"
#include "afterword/locale/plural.hpp"

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace afterword::locale {

/// The words for one `{name}` in a message.
struct Argument {
  std::string_view name;
  std::string_view value;
};

/// The messages of one language. A message that counts has its forms joined by `|`, in the order of `forms`.
struct Catalog {
  std::string_view language;        ///< BCP 47
  std::string_view direction;       ///< ltr or rtl
  std::string_view group_separator; ///< between thousands
  PluralRule plural;
  std::array<Plural, 6> forms; ///< which form stands at which place of a message that counts
  std::array<std::string_view, message_count> messages;

  /// The message with its `{names}` replaced by `arguments`.
  [[nodiscard]] std::string say(Message message, std::initializer_list<Argument> arguments = {}) const {
    return fill(messages[static_cast<std::size_t>(message)], arguments);
  }

  /// The form of the message for `count`, which is also its `{count}`.
  [[nodiscard]] std::string count(Message message, std::size_t count) const {
    std::string_view text = messages[static_cast<std::size_t>(message)];
    const Plural wanted = plural(count);
    for (std::size_t i = 0; i < forms.size() && forms[i] != wanted; ++i) {
      const std::size_t bar = text.find('|');
      if (bar == std::string_view::npos)
        break;
      text.remove_prefix(bar + 1);
    }
    return fill(text.substr(0, text.find('|')), {{"count", number(count)}});
  }

  /// `value` in digits, grouped as the language does.
  [[nodiscard]] std::string number(std::size_t value) const {
    std::string digits = std::to_string(value);
    for (std::size_t at = digits.size(); at > 3; at -= 3)
      digits.insert(at - 3, group_separator);
    return digits;
  }

private:
  static std::string fill(std::string_view text, std::initializer_list<Argument> arguments) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
      bool known = false;
      if (end != std::string_view::npos) {
        for (const Argument &argument : arguments) {
          if (argument.name != text.substr(at + 1, end - at - 1))
            continue;
          out += argument.value;
          known = true;
        }
      }
      if (known)
        at = end + 1;
      else
        out.push_back(text[at++]);
    }
    return out;
  }
};

} // namespace afterword::locale
