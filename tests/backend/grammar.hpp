#pragma once
/// @file What the content of a comment may look like, read by other eyes than those of the core that wrote
/// it.

#include <string>
#include <string_view>

namespace afterword::test {

/// The content of a comment, as a reader sees it.
struct Content {
  std::string complaint; ///< what breaks the grammar, as one sentence; empty: nothing does
  std::string text;      ///< what is shown, line by line
};

/// Reads `content`, which must be nothing but what Markdown has: `p`, `pre`, `blockquote`, `ul`, `ol`, `hr`,
/// and in them escaped text, `br`, `em`, `strong`, `del`, `code` and `a`, whose address runs nothing; each
/// written in the one way the sanitizer has, balanced, and where it may stand.
Content read_content(std::string_view content);

/// Whether `c` is a C0 or C1 control, or DELETE.
bool is_control(char32_t c) noexcept;

/// Whether `c` steers the direction of text (the property Bidi_Control).
/// @see https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
bool is_bidi_control(char32_t c) noexcept;

/// Whether `text` is UTF-8 and `is_forbidden` holds for none of its characters.
bool is_free_of(std::string_view text, bool (*is_forbidden)(char32_t) noexcept);

} // namespace afterword::test
