#include "recording.hpp"

#include "afterword/backend/json.hpp"
#include "afterword/text/ascii.hpp"

namespace afterword::recipe {

std::optional<Recording> read_recording(const std::string &text) {
  backend::Json json;
  if (!backend::parse_json(text, json))
    return std::nullopt;
  const auto string = [&](const char *pointer) { return backend::as_text(backend::find(json, pointer)); };
  const auto status = backend::as_size(backend::find(json, "/response/status"));
  Recording recording;
  recording.operation = string("/operation");
  if (recording.operation.empty() || !status || *status < 100 || *status > 599)
    return std::nullopt;
  recording.method = string("/request/method");
  recording.url = string("/request/url");
  recording.expect = string("/expect");
  recording.response.status = static_cast<int>(*status);
  recording.response.url = string("/response/url");
  recording.response.redirected = backend::is_true(backend::find(json, "/response/redirected"));
  recording.response.body = string("/response/body");
  if (const backend::Json *headers = backend::find(json, "/response/headers"))
    for (const backend::Json &header : headers->items)
      recording.response.headers.push_back({text::to_ascii_lower(header.key), header.text});
  return recording;
}

} // namespace afterword::recipe
