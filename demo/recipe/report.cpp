#include "report.hpp"

#include "printable.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

namespace afterword::recipe {

namespace {

/// More than these nobody reads, and a hostile file could have millions.
constexpr std::size_t most_entries = 100;

} // namespace

Report::Report(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {}

void Report::add(std::size_t at, const char *kind, const std::string &pointer, const std::string &text) {
  if (entries_.size() < most_entries)
    entries_.push_back({at, kind + (pointer.empty() ? std::string() : printable(pointer) + ": ") + text});
}

void Report::mistake(std::size_t at, const std::string &pointer, const std::string &text) {
  ++mistakes_;
  add(at, "", pointer, text);
}

void Report::warning(std::size_t at, const std::string &pointer, const std::string &text) {
  ++warnings_;
  add(at, "warning: ", pointer, text);
}

void Report::print(std::ostream &out) const {
  std::vector<Entry> sorted = entries_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Entry &a, const Entry &b) { return a.at < b.at; });
  for (const Entry &entry : sorted) {
    const std::size_t at = std::min(entry.at, text_.size());
    const auto begin = text_.begin();
    const auto here = begin + static_cast<std::ptrdiff_t>(at);
    const std::size_t before = text_.rfind('\n', at == 0 ? std::string::npos : at - 1);
    const auto line =
        at == 0 || before == std::string::npos ? begin : begin + static_cast<std::ptrdiff_t>(before + 1);
    const auto is_first_byte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    out << name_ << ':' << std::count(begin, here, '\n') + 1 << ':'
        << std::count_if(line, here, is_first_byte) + 1 << ": " << entry.text << '\n';
  }
  if (mistakes_ + warnings_ > entries_.size())
    out << name_ << ": and " << mistakes_ + warnings_ - entries_.size() << " more\n";
}

} // namespace afterword::recipe
