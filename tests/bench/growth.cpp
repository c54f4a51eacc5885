/// @file How time grows with size, for input that means to be slow. Each input is tried at 1, 2, 4 and 8 MB:
/// eight times the size should take about eight times as long. What takes far more is said in words.

#include "afterword/html/format.hpp"
#include "afterword/html/sanitizer.hpp"
#include "afterword/rules/comment.hpp"
#include "afterword/rules/email.hpp"
#include "afterword/rules/email_hint.hpp"
#include "afterword/rules/name.hpp"
#include "afterword/rules/website.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <iterator>
#include <malloc.h>
#include <string>
#include <string_view>

namespace {

constexpr std::size_t megabyte = 1'000'000;
/// Eight is linear; the rest is for a machine's moods and its caches.
constexpr double alarming = 12;

using Reader = std::size_t (*)(std::string_view);

std::size_t sanitize(std::string_view text) {
  return afterword::html::sanitize(text, afterword::html::Images::shown, text.size()).str().size();
}
std::size_t format(std::string_view text) {
  return afterword::html::format_text(text).str().size();
}
std::size_t name(std::string_view text) {
  return afterword::rules::neutralize(text).size();
}
std::size_t links(std::string_view text) {
  return afterword::rules::count_links(text);
}
std::size_t email(std::string_view text) {
  return static_cast<std::size_t>(afterword::rules::is_email(text, true)) +
         afterword::rules::email_hint(text).size();
}
std::size_t website(std::string_view text) {
  const auto found = afterword::rules::website(text);
  return found ? found->size() : 0;
}

/// An input: a beginning, and what is repeated behind it until it is large enough.
struct Case {
  Reader reader;
  std::string_view begin;
  std::string_view piece;
};

constexpr Case cases[] = {
    {sanitize, "", "x"},
    {sanitize, "", "<"},
    {sanitize, "", "&"},
    {sanitize, "", "&#"},
    {sanitize, "", "&#x"},
    {sanitize, "", "&a"},
    {sanitize, "", "&notit"},
    {sanitize, "&#", "1"},
    {sanitize, "&", "a"},
    {sanitize, "", "<a "},
    {sanitize, "<a ", "b "},
    {sanitize, "<a ", "href=x "},
    {sanitize, "", "<a href=\""},
    {sanitize, "<a href=\"", "x"},
    {sanitize, "<a title='", "&amp;"},
    {sanitize, "", "]]>"},
    {sanitize, "", "<![CDATA["},
    {sanitize, "<svg>", "<![CDATA["},
    {sanitize, "", "<!--"},
    {sanitize, "<!--", "--"},
    {sanitize, "<!--", "--!"},
    {sanitize, "", "<!-->"},
    {sanitize, "", "</"},
    {sanitize, "", "</p>"},
    {sanitize, "", "<?"},
    {sanitize, "", "<b>"},
    {sanitize, "", "<b></i>"},
    {sanitize, "", "<p>"},
    {sanitize, "", "<a>"},
    {sanitize, "", "<a href=/x>"},
    {sanitize, "", "<ul><li>"},
    {sanitize, "", "<li>"},
    {sanitize, "", "<h1>"},
    {sanitize, "", "<table>"},
    {sanitize, "", "<table><tr><td>"},
    {sanitize, "<table>", "x<tr>"},
    {sanitize, "<table>", "<caption>"},
    {sanitize, "", "<blockquote><p>"},
    {sanitize, "", "<pre>\n"},
    {sanitize, "", "<svg>"},
    {sanitize, "<svg>", "<desc>"},
    {sanitize, "", "<script>"},
    {sanitize, "<script>", "</script"},
    {sanitize, "", "<template>"},
    {sanitize, "", "<title></"},
    {sanitize, "", "<img src=https://a.example/ alt=x>"},
    {sanitize, "", "<x y="},
    {sanitize, "<x ", "y='"},
    {sanitize, "", "\r"},
    {sanitize, "", std::string_view("\0", 1)},
    {sanitize, "", "\xF0"},
    {sanitize, "", "\xE2\x80\xAE"},
    {format, "", "http://"},
    {format, "", "(http://a.b("},
    {format, "http://a.b", "("},
    {format, "https://x", ")"},
    {format, "", "https://x.y "},
    {format, "https://x", "."},
    {format, "", "\n"},
    {format, "", "x\n"},
    {format, "", "h"},
    {format, "", "<"},
    {format, "", "x"},
    {links, "", "<a "},
    {links, "", "<a href"},
    {links, "", "http://a.b)"},
    {name, "e", "\xCC\x81"},
    {name, "", " "},
    {name, "", "\xE2\x80\x8D"},
    {email, "", "a@"},
    {email, "a@", "b."},
    {email, "a@", "b"},
    {website, "", "a."},
    {website, "https://a.example/", "%"},
    {website, "", "http://"},
};

/// Seconds that `reader` takes for `text`: the best of three.
double time(Reader reader, std::string_view text, std::size_t &sum) {
  double best = 1e9;
  for (int round = 0; round < 3; ++round) {
    const auto start = std::chrono::steady_clock::now();
    sum += reader(text);
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

std::string_view name_of(Reader reader) {
  return reader == sanitize ? "sanitize"
         : reader == format ? "format"
         : reader == name   ? "name"
         : reader == links  ? "links"
         : reader == email  ? "email"
                            : "website";
}

} // namespace

int main() {
  // Memory that was used once is used again: how soon a system takes it back would be measured otherwise.
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  std::size_t sum = 0; // of all results: so that none is left out by the compiler
  std::size_t alarms = 0;
  std::printf("%-9s %-34s %8s %8s %8s %8s %8s\n", "ms", "repeated", "1 MB", "2 MB", "4 MB", "8 MB", "8 to 1");
  for (const Case &each : cases) {
    double times[4];
    std::string text(each.begin);
    for (std::size_t i = 0; i < 4; ++i) {
      while (text.size() < megabyte << i)
        text += each.piece;
      times[i] = time(each.reader, text, sum) * 1000;
    }
    std::string shown;
    for (const char c : std::string(each.begin) + std::string(each.piece))
      shown += static_cast<unsigned char>(c) - 0x20u < 0x5Fu ? c : '?';
    const double growth = times[3] / std::max(times[0], 0.001);
    const bool is_alarming = growth > alarming && times[3] > 1;
    alarms += is_alarming ? 1 : 0;
    std::printf("%-9s %-34s %8.2f %8.2f %8.2f %8.2f %8.1f%s\n", std::string(name_of(each.reader)).c_str(),
                shown.c_str(), times[0], times[1], times[2], times[3], growth,
                is_alarming ? "  grows faster than its size" : "");
  }
  std::string deep;
  for (int i = 0; i < 50'000; ++i)
    deep += "<blockquote><b>";
  std::printf("100,000 elements deep: %.2f ms\n", time(sanitize, deep, sum) * 1000);
  std::printf("%zu of %zu grow faster than their size (%zu characters written in all)\n", alarms,
              std::size(cases), sum);
}
