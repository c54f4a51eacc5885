#include "afterword/html/format.hpp"
#include "afterword/html/format_html.hpp"

#include "html/grammar.hpp"
#include "target.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

using namespace afterword;

namespace {

/// What a reader should see of `input`: its lines, each trimmed; one line feed where a line ended, two where
/// blank lines parted paragraphs; U+FFFD for what no document may hold.
std::string visible_text(std::string_view input) {
  std::string lines;
  for (std::size_t i = 0; i < input.size(); ++i) {
    if (input[i] == '\r')
      lines.push_back('\n');
    else if (input[i] != '\n' || i == 0 || input[i - 1] != '\r')
      lines.push_back(input[i]);
  }
  lines.push_back('\n');
  std::string out;
  std::string parting;
  for (std::size_t at = 0, end = 0; (end = lines.find('\n', at)) != std::string::npos; at = end + 1) {
    const std::string decoded = text::to_utf8(std::string_view(lines).substr(at, end - at));
    const std::string_view line = text::trim(decoded);
    if (line.empty()) {
      parting = "\n\n";
      continue;
    }
    out += out.empty() ? "" : parting;
    for (std::size_t i = 0; i < line.size();) {
      const text::CodePoint point = text::decode(line, i);
      text::append(out, text::is_xml_character(point.value) ? point.value : text::replacement);
      i += point.size;
    }
    parting = "\n";
  }
  return out;
}

/// What a reader sees of `markup`, which is in the grammar.
std::string shown_text(std::string_view markup) {
  std::string out;
  for (std::size_t at = 0; at < markup.size();) {
    const std::size_t tag = std::min(markup.find('<', at), markup.size());
    out += grammar::unescape(markup.substr(at, tag - at));
    const std::string_view rest = markup.substr(tag);
    if (rest.starts_with("<br/>"))
      out += "\n";
    else if (rest.starts_with("<p>") && !out.empty())
      out += "\n\n";
    at = rest.empty() ? markup.size() : tag + rest.find('>') + 1;
  }
  return out;
}

/// Each link leads to the http(s) address that it shows.
void check_links(std::string_view markup) {
  constexpr std::string_view link = "<a href=\"";
  for (std::size_t at = 0; (at = markup.find(link, at)) != std::string_view::npos;) {
    at += link.size();
    const std::string_view address = markup.substr(at, markup.find('"', at) - at);
    const std::string scheme = browser_scheme(grammar::unescape(address));
    expect(scheme == "http" || scheme == "https", "a link leads to the web", std::string(address));
    const std::string_view shown = markup.substr(markup.find('>', at) + 1);
    expect(shown.substr(0, shown.find('<')) == address, "a link shows where it leads", std::string(shown));
  }
}

} // namespace

void check(std::string_view input) {
  const std::string markup = html::format_text(input).str();
  const std::string flaw = grammar::flaw(markup, grammar::Allowed::text);
  expect(flaw.empty(), "the result is in the grammar", flaw + "\n" + markup);
  expect(shown_text(markup) == visible_text(input), "the text is all there, and nothing else", markup);
  check_links(markup);
  const std::string written = html::format_html(input).str();
  const std::string slip = grammar::flaw(written);
  expect(slip.empty(), "HTML that a commenter wrote becomes sanitised markup", slip + "\n" + written);
}
