#pragma once
/// @file What is wrong with a file, and where.

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace afterword::recipe {

/// Mistakes, and warnings about what may be meant so.
class Report {
public:
  /// @param name of the file
  /// @param text what stands in it; both for the lines that are printed
  Report(std::string name, std::string text);

  /// @param at byte of the file
  /// @param pointer to the value in question, by RFC 6901; empty: it is about the whole
  void mistake(std::size_t at, const std::string &pointer, const std::string &text);
  void warning(std::size_t at, const std::string &pointer, const std::string &text);

  [[nodiscard]] std::size_t mistakes() const noexcept { return mistakes_; }
  [[nodiscard]] std::size_t warnings() const noexcept { return warnings_; }
  /// `FILE:LINE:COLUMN: POINTER: TEXT`, a line each, in the order of the file. Columns count code points.
  void print(std::ostream &out) const;

private:
  struct Entry {
    std::size_t at;
    std::string text;
  };

  void add(std::size_t at, const char *kind, const std::string &pointer, const std::string &text);

  std::string name_;
  std::string text_;
  std::vector<Entry> entries_;
  std::size_t mistakes_ = 0;
  std::size_t warnings_ = 0;
};

} // namespace afterword::recipe
