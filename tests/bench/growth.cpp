/// @file Prints how time grows with size for input that means to be slow, at 1, 2, 4 and 8 MB. Eight times
/// the size in eight times the time is linear; over twelve times is said in words.

#include "inputs.hpp"

#include "afterword/html/format.hpp"
#include "afterword/html/sanitizer.hpp"
#include "afterword/rules/comment.hpp"
#include "afterword/rules/email.hpp"
#include "afterword/rules/email_hint.hpp"
#include "afterword/rules/length.hpp"
#include "afterword/rules/name.hpp"
#include "afterword/rules/website.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <limits>
#include <string>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

constexpr std::size_t megabyte = 1'000'000;

/// Whether growth from 1 to 8 MB is said in words. Eight times is linear, and the rest is for caches; what is
/// over in 20 ms is little more than copying, of which caches are all there is.
constexpr bool is_alarming(double first, double last) noexcept {
  return last > 12 * first && last > 20;
}

/// Memory that was had once is had again, instead of being given back and cleared anew by the system: that
/// takes longer for large pieces than for small ones, whatever is computed in them.
void keep_memory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
#endif
}

/// Whether what was computed is looked at; the compiler must not leave it out.
volatile std::size_t looked_at = 0;

/// What is measured: the text goes in, something of the result comes out.
using Task = std::size_t (*)(const std::string &);

std::size_t sanitize(const std::string &text) {
  using namespace afterword::html;
  return sanitize(text, Images::shown, text.size()).str().size(); // all of it, past the limit of a comment
}

std::size_t format(const std::string &text) {
  return afterword::html::format_text(text).str().size();
}

std::size_t email(const std::string &text) {
  return std::size_t{afterword::rules::is_email(text, true)} + afterword::rules::email_hint(text).size();
}

std::size_t website(const std::string &text) {
  return afterword::rules::website(text).value_or("").size();
}

std::size_t name(const std::string &text) {
  return afterword::rules::neutralize(text).size() +
         std::size_t{afterword::rules::check_text(text, true, {1, 50}).has_value()};
}

std::size_t links(const std::string &text) {
  return afterword::rules::count_links(text);
}

/// Longer than this, in milliseconds, nobody waits for a row.
constexpr double patience = 10'000;

/// Milliseconds: the least of three runs, for the others were disturbed; or of the one that took too long.
double time(Task task, const std::string &text) {
  using Clock = std::chrono::steady_clock;
  double least = std::numeric_limits<double>::max();
  for (int run = 0; run < 3 && (run == 0 || least < patience); ++run) {
    const Clock::time_point start = Clock::now();
    looked_at = looked_at + task(text);
    least = std::min(least, std::chrono::duration<double, std::milli>(Clock::now() - start).count());
  }
  return least;
}

/// What the row is called: its pieces, what cannot be printed as its bytes, cut where the column ends.
std::string label(const Input &input) {
  std::string text = std::string(input.first) + "(" + input.piece + ")*";
  if (*input.last != '\0')
    text += std::string("(") + input.last + ")*";
  std::string out;
  for (const char c : text) {
    char hex[8];
    std::snprintf(hex, sizeof hex, "\\x%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
    out += c >= 0x20 && c < 0x7F ? std::string(1, c) : std::string(hex);
  }
  out.resize(34, ' ');
  return out;
}

/// One row. Returns whether it grew faster than its size.
bool measure(Task task, const Input &input) {
  std::printf("  %s", label(input).c_str());
  double first = 0;
  double last = 0;
  for (std::size_t i = 0; i < 4 && last < patience; ++i) {
    last = time(task, input.make(megabyte << i));
    first = i == 0 ? last : first;
    std::printf(" %9.1f", last);
    std::fflush(stdout); // also into a pipe
  }
  for (int again = 0; again < 3 && is_alarming(first, last) && last < patience; ++again) {
    first = std::min(first, time(task, input.make(megabyte))); // the machine may have been busy
    last = std::min(last, time(task, input.make(8 * megabyte)));
  }
  const bool is_too_slow = last >= patience;
  const bool is_worse = is_too_slow || is_alarming(first, last);
  if (is_too_slow)
    std::printf("  grows faster than one can wait\n");
  else
    std::printf(" %7.1f%s\n", last / first, is_worse ? "  grows faster than its size" : "");
  return is_worse;
}

template <std::size_t count> std::size_t group(const char *title, Task task, const Input (&inputs)[count]) {
  std::printf("\n  %-34s %9s %9s %9s %9s %7s\n", title, "1 MB, ms", "2 MB", "4 MB", "8 MB", "t8/t1");
  std::size_t worse = 0;
  for (const Input &input : inputs)
    worse += measure(task, input) ? 1 : 0;
  return worse;
}

/// What is nested deeper than any browser goes: fifty thousand of each.
void measure_depth() {
  std::printf("\n  %-34s %9s\n", "50,000 deep", "ms");
  for (const char *tag : {"<b>", "<p>", "<a>", "<blockquote>", "<ul><li>", "<table><tr><td>", "<svg>",
                          "<pre>", "<h1>", "<select>", "<div>"}) {
    std::string text;
    for (int i = 0; i < 50'000; ++i)
      text += tag;
    std::printf("  %-34s %9.1f\n", tag, time(sanitize, text));
  }
}

} // namespace

int main() {
  keep_memory();
  std::size_t worse = group("sanitising", sanitize, inputs::markup);
  worse += group("formatting plain text", format, inputs::plain);
  worse += group("e-mail addresses and hints", email, inputs::addresses);
  worse += group("websites", website, inputs::websites);
  worse += group("names", name, inputs::names);
  worse += group("counting links", links, inputs::linked);
  measure_depth();
  std::printf("\n%zu of these grow faster than their size.\n", worse);
}
