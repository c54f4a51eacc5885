#pragma once
/// @file Input that means to be slow: whatever a reader of it might have to look at again and again.

#include <cstddef>
#include <string>
#include <string_view>

/// A text of any size: `first`, then `piece` again and again; if there is a `last`, it fills the second half.
/// A `%` in a piece is the number of the piece.
struct Input {
  const char *first;
  const char *piece;
  const char *last = "";

  [[nodiscard]] std::string make(std::size_t size) const {
    std::string text = first;
    std::size_t count = 0;
    const std::size_t room = std::string_view(last).empty() ? size : size / 2;
    while (text.size() < room) {
      for (const char c : std::string_view(piece))
        c == '%' ? text += std::to_string(count) : text += c;
      ++count;
    }
    while (text.size() < size && !std::string_view(last).empty())
      text += last;
    return text;
  }
};

namespace inputs {

/// For the sanitizer.
inline constexpr Input markup[] = {
    {"", "text "},
    {"", "<"},
    {"", "&"},
    {"", "&#"},
    {"", "&#x"},
    {"", "&#1"},
    {"&#", "1"},
    {"", "&a"},
    {"", "&ampx"},
    {"", "&aaaaaa"},
    {"", "&notit;"},
    {"", "&a%;"},
    {"", "<a "},
    {"", "<a href=\""},
    {"", "<a href='"},
    {"", "<x y="},
    {"", "<x y=z "},
    {"", "<a href=x>"},
    {"", "]]>"},
    {"", "<![CDATA["},
    {"<svg>", "<![CDATA["},
    {"<svg>", "<![CDATA[]]>"},
    {"", "<!--"},
    {"", "<!-->"},
    {"<!--", "--"},
    {"<!--", "--!"},
    {"", "</"},
    {"", "<?"},
    {"", "</p>"},
    {"", "</b>"},
    {"", "</br>"},
    {"", "<b>"},
    {"", "<a>"},
    {"", "<p>"},
    {"", "<br>"},
    {"", "<hr>"},
    {"", "<div>"},
    {"", "<h1>"},
    {"", "<h1>x</h1>"},
    {"", "<li>"},
    {"", "<ul><li>"},
    {"", "<blockquote>"},
    {"", "<pre>\n"},
    {"<pre>", "\n"},
    {"", "<table>"},
    {"", "<table><tr><td>"},
    {"<table>", "<tr>"},
    {"<table>", "<td>"},
    {"<table>", "x<caption>"},
    {"<table>", " "},
    {"", "<table><a>"},
    {"", "<svg>"},
    {"<svg>", "<title>"},
    {"<svg>", "<p>"},
    {"", "<svg></svg>"},
    {"", "<select>"},
    {"", "<template>"},
    {"", "<title></"},
    {"", "<script>"},
    {"<script>", "</script"},
    {"<script>", "<"},
    {"<script>", "</"},
    {"", "<script></script>"},
    {"", "<textarea>"},
    {"", "<plaintext>"},
    {"<b ", "a% "},
    {"<b ", "title=x "},
    {"<b ", "title lang dir datetime cite href "},
    {"<b title=\"", "&quot;"},
    {"", "<img alt=x>"},
    {"", "<img src=https://a.example/ alt=x>"},
    {"<", "a"},
    {"<a href=", "x"},
    {"<a href=\"", "\n"},
    {"", "<b>", "</b>"},
    {"", "<b>", "</i>"},
    {"", "<b><i>", "</b></i>"},
    {"", "<p>", "</p>"},
    {"", "<ul><li>", "</li></ul>"},
    {"", "<blockquote>", "</blockquote>"},
    {"", "<table><tr><td>", "</td></tr></table>"},
    {"", "<svg>", "</svg>"},
    {"", "\r"},
    {"", "\r\n"},
    {"", "\xFF"},
    {"", "\xF0\x9F\x98"},
    {"", "\xD8\xA3"},
    {"", "\xE2\x80\xAE"},
};

/// For the formatter.
inline constexpr Input plain[] = {
    {"", "text "},
    {"", "http://"},
    {"", "http://."},
    {"", "http://( "},
    {"", "(http://a.b("},
    {"", "http://a.b) "},
    {"https://x", ")"},
    {"https://x", "("},
    {"https://x", "?!.,"},
    {"", "https://x) "},
    {"https://", "("},
    {"", "\n"},
    {"", "a\n"},
    {"", "\r"},
    {"", " "},
    {"", "["},
    {"", "h"},
    {"", "htt"},
    {"", "<"},
    {"", "\xE2\x80\x83"},
};

/// For e-mail addresses.
inline constexpr Input addresses[] = {
    {"", "a"}, {"a@", "a"}, {"a@", "a."}, {"", "@"}, {"", "a@a."}, {"", "."}, {"a@", "\xD8\xA3."},
};

/// For websites.
inline constexpr Input websites[] = {
    {"", "a"},        {"", "a."},        {"https://", "a."}, {"https://a.b:", "0"}, {"https://a.b/", "x"},
    {"", "https://"}, {"", "\xD8\xA3."}, {"", " "},
};

/// For names.
inline constexpr Input names[] = {
    {"", "a"},
    {"", " "},
    {"a", "\xCC\x81"},
    {"a", "\xE2\x80\x8D"},
    {"a", "\xEF\xB8\x8F"},
    {"a", "\xE2\x80\x8D\xEF\xB8\x8F"},
    {"", "\xF3\xA0\x80\xA1"},
};

/// For counting links.
inline constexpr Input linked[] = {
    {"", "<a href=x>"},      {"", "<a "},
    {"", "http://"},         {"", "http://. "},
    {"", "http://a.b)"},     {"", "(http://a.b("},
    {"", "<a href=http://"}, {"", "<a href=\"http://a.b\">http://a.b</a>"},
};

} // namespace inputs
