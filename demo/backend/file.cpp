#include "file.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace afterword::demo {

std::optional<File> read_file(const std::string &path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    return std::nullopt;
  const auto written = std::filesystem::last_write_time(path, error);
  std::ifstream stream(path, std::ios::binary);
  if (error || !stream)
    return std::nullopt;
  File file;
  file.content.assign(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  file.version =
      std::to_string(file.content.size()) + "-" + std::to_string(written.time_since_epoch().count());
  return file;
}

} // namespace afterword::demo
