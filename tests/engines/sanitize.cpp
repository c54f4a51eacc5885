/// @file The core's judgement as a program: reads records from its input and writes what becomes of each, in
/// order: its Markup; with `images`, its Markup where images are shown; with `names`, the name that it is. A
/// record is its size in bytes as a decimal number, a line feed, and the bytes; so it can hold anything.

#include "afterword/html/sanitizer.hpp"
#include "afterword/rules/name.hpp"

#include <charconv>
#include <cstddef>
#include <iostream>
#include <string>
#include <string_view>

int main(int count, char **arguments) {
  const std::string_view mode = count > 1 ? arguments[1] : "";
  const auto images = mode == "images" ? afterword::html::Images::shown : afterword::html::Images::as_text;
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
    const std::string became =
        mode == "names" ? afterword::rules::neutralize(html) : afterword::html::sanitize(html, images).str();
    std::cout << became.size() << '\n' << became;
  }
  return std::cout.flush() ? 0 : 1;
}
