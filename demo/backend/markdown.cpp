#include "markdown.hpp"

#include "afterword/html/format.hpp"
#include "afterword/html/plain_text.hpp"
#include "afterword/html/sanitizer.hpp"
#include "afterword/text/utf8.hpp"

#include <array>
#include <cstddef>
#include <md4c.h>
#include <new>
#include <string>

namespace afterword::demo {

namespace {

/// The dialect: the one place that says so. A preview elsewhere looks the same with these flags and
/// MD_FLAG_HARD_SOFT_BREAKS, which this version of the parser does not have yet.
constexpr unsigned dialect = MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOHTMLSPANS | MD_FLAG_NOINDENTEDCODEBLOCKS |
                             MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS;

/// The most HTML that one comment may become, in bytes. The longest that means no harm stays far below it;
/// one long address that many short links share does not.
constexpr std::size_t most_html_of_comment = std::size_t{128} * 1024;

/// Writes what the parser finds as HTML for the sanitizer.
class Writer {
public:
  Writer() { out_.reserve(most_html_of_comment); }

  /// False when it became too much.
  /// @throws std::bad_alloc
  bool run(std::string_view source) {
    const MD_PARSER parser = {0,          dialect,    enter_block, leave_block, enter_span,
                              leave_span, write_text, nullptr,     nullptr};
    const int result = md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser, this);
    if (result != 0 && !is_full_)
      throw std::bad_alloc();
    return !is_full_;
  }

  [[nodiscard]] const std::string &html() const noexcept { return out_; }

private:
  void put(std::string_view html) noexcept {
    is_full_ = is_full_ || html.size() > most_html_of_comment - out_.size();
    if (!is_full_)
      out_ += html;
  }

  void put_text(MD_TEXTTYPE type, std::string_view text) noexcept {
    if (type == MD_TEXT_NULLCHAR)
      return put("\xEF\xBF\xBD");
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) // a line ends where it was ended
      return put(images_ == 0 ? "<br>" : " ");
    if (type == MD_TEXT_ENTITY) // the sanitizer knows what they mean
      return put(text);
    for (const char &c : text)
      put(c == '&'   ? "&amp;"
          : c == '<' ? "&lt;"
          : c == '>' ? "&gt;"
          : c == '"' ? "&quot;"
                     : std::string_view(&c, 1));
  }

  void put_attribute(std::string_view name, const MD_ATTRIBUTE &value) noexcept {
    put(" ");
    put(name);
    put("=\"");
    for (std::size_t i = 0; value.size != 0 && value.substr_offsets[i] < value.size; ++i) {
      const std::size_t at = value.substr_offsets[i];
      put_text(value.substr_types[i], {value.text + at, value.substr_offsets[i + 1] - at});
    }
    put("\"");
  }

  void put_tag(std::string_view before, std::string_view tag) noexcept {
    if (tag.empty())
      return;
    put(before);
    put(tag);
    put(">");
  }

  /// The tag of `block`; empty: it has none. To the sanitizer all headings are one.
  static std::string_view tag(MD_BLOCKTYPE block) noexcept {
    static constexpr std::array<std::string_view, 10> tags = {"",   "blockquote", "ul",  "ol", "li",
                                                              "hr", "h1",         "pre", "",   "p"};
    return block < tags.size() ? tags[block] : "";
  }

  static std::string_view tag(MD_SPANTYPE span) noexcept {
    static constexpr std::array<std::string_view, 6> tags = {"em", "strong", "a", "", "code", "del"};
    return span < tags.size() ? tags[span] : "";
  }

  // What follows is called by C, through which no exception may pass: all room is there beforehand. What each
  // returns tells the parser whether to go on; anything but a negative number does.

  static Writer &self(void *writer) noexcept { return *static_cast<Writer *>(writer); }
  [[nodiscard]] int go_on() const noexcept { return is_full_ ? -1 : 0; }

  static int enter_block(MD_BLOCKTYPE block, void *, void *writer) noexcept {
    self(writer).put_tag("<", tag(block));
    if (block == MD_BLOCK_CODE)
      self(writer).put("<code>");
    return self(writer).go_on();
  }

  static int leave_block(MD_BLOCKTYPE block, void *, void *writer) noexcept {
    if (block == MD_BLOCK_CODE)
      self(writer).put("</code>");
    if (block != MD_BLOCK_HR)
      self(writer).put_tag("</", tag(block));
    return self(writer).go_on();
  }

  static int enter_span(MD_SPANTYPE span, void *detail, void *writer) noexcept {
    Writer &out = self(writer);
    if (span == MD_SPAN_IMG && out.images_++ == 0) {
      // Up to its end all that comes is its text, whatever it is marked up as.
      out.put("<img");
      out.put_attribute("src", static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src);
      out.put(" alt=\"");
    } else if (out.images_ == 0 && span == MD_SPAN_A) {
      const auto &link = *static_cast<MD_SPAN_A_DETAIL *>(detail);
      out.put("<a");
      out.put_attribute("href", link.href);
      if (link.title.size != 0)
        out.put_attribute("title", link.title);
      out.put(">");
    } else if (out.images_ == 0) {
      out.put_tag("<", tag(span));
    }
    return out.go_on();
  }

  static int leave_span(MD_SPANTYPE span, void *, void *writer) noexcept {
    Writer &out = self(writer);
    if (span == MD_SPAN_IMG && --out.images_ == 0)
      out.put("\">");
    else if (out.images_ == 0)
      out.put_tag("</", tag(span));
    return out.go_on();
  }

  static int write_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *writer) noexcept {
    self(writer).put_text(type, {text, size});
    return self(writer).go_on();
  }

  std::string out_;
  bool is_full_ = false; ///< something did not fit
  int images_ = 0;       ///< how many images are open
};

} // namespace

html::Markup markdown(std::string_view source) {
  Writer writer;
  if (writer.run(source)) {
    html::Markup markup = html::sanitize(writer.html());
    if (!text::is_blank(html::plain_text(markup.str())))
      return markup;
  }
  return html::sanitize(html::format_text(source).str());
}

} // namespace afterword::demo
