#include "asset.hpp"

#include "file.hpp"
#include "header.hpp"
#include "leaf.hpp"

#include <array>
#include <filesystem>
#include <utility>

namespace afterword::demo {

namespace {

/// @see https://html.spec.whatwg.org/multipage/infrastructure.html#dependencies (JavaScript is
/// text/javascript)
constexpr std::array<std::pair<std::string_view, std::string_view>, 15> types = {{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".xml", "application/xml"},
    {".txt", "text/plain; charset=utf-8"},
}};

std::string_view type_of(std::string_view name) {
  for (const auto &[ending, type] : types)
    if (name.ends_with(ending))
      return type;
  return "application/octet-stream";
}

/// The compressed copy beside `name` that the client takes, if there is one that is not left over from an
/// older build.
std::optional<File> read_compressed(const Request &request, const std::string &name, std::string &encoding) {
  const std::string accepted = request.header("accept-encoding");
  for (const auto &[ending, coding] : {std::pair(".br", "br"), std::pair(".gz", "gzip")}) {
    std::error_code error;
    const auto written = std::filesystem::last_write_time(name + ending, error);
    if (error || !lists(accepted, coding) || written < std::filesystem::last_write_time(name, error) || error)
      continue;
    if (auto file = read_file(name + ending)) {
      encoding = coding;
      return file;
    }
  }
  return std::nullopt;
}

} // namespace

bool is_plain_path(std::string_view path) noexcept {
  char before = 0;
  for (const char c : path) {
    const bool is_letter = text::is_ascii_alphanumeric(c) || c == '_';
    const bool begins_segment = before == '/';
    if (before == 0 ? c != '/' : !is_letter && (begins_segment || (c != '-' && c != '.' && c != '/')))
      return false;
    before = c;
  }
  return before != 0 && before != '/';
}

std::optional<Response> serve_asset(const Request &request, const std::string &name) {
  std::string encoding;
  std::optional<File> file = read_compressed(request, name, encoding);
  if (!file)
    file = read_file(name);
  if (!file)
    return std::nullopt;
  const std::string tag = "\"" + file->version + (encoding.empty() ? "" : "-" + encoding) + "\"";
  Response response;
  response.encoded = true;
  response.headers = {{"ETag", tag}, {"Cache-Control", "no-cache"}, {"Vary", "Accept-Encoding"}};
  if (name.ends_with(".html"))
    protect_page(response);
  if (is_known(request, tag)) {
    response.status = 304;
    return response;
  }
  response.type = type_of(name);
  response.body = std::move(file->content);
  if (!encoding.empty())
    response.headers.emplace_back("Content-Encoding", encoding);
  return response;
}

} // namespace afterword::demo
