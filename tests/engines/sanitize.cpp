/// @file The sanitizer as a program: reads records from its input and writes the Markup of each, in order. A
/// record is its size in bytes as a decimal number, a line feed, and the bytes; so it can hold anything.

#include "afterword/html/sanitizer.hpp"

#include <charconv>
#include <cstddef>
#include <iostream>
#include <string>

int main() {
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size);
    if (error != std::errc() || end != line.data() + line.size()) {
      std::cerr << "not the size of a record: " << line << '\n';
      return 1;
    }
    std::string html(size, '\0');
    if (!std::cin.read(html.data(), static_cast<std::streamsize>(size))) {
      std::cerr << "a record ends too soon\n";
      return 1;
    }
    const std::string markup = afterword::html::sanitize(html).str();
    std::cout << markup.size() << '\n' << markup;
  }
  return std::cout.flush() ? 0 : 1;
}
