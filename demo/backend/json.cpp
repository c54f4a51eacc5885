#include "json.hpp"

#include "afterword/text/ascii.hpp"
#include "afterword/text/trim.hpp"
#include "afterword/text/utf8.hpp"
#include "error.hpp"

namespace afterword::demo {

namespace {

bool is_json(const std::string &type) {
  const std::string_view essence = text::trim(std::string_view(type).substr(0, type.find(';')));
  return text::equal_ignoring_case(essence, "application/json");
}

} // namespace

Json read_object(const Request &request) {
  if (!is_json(request.header("content-type")))
    throw Error(Code::unsupported_media_type, "Send the body as application/json.");
  if (!text::is_utf8(request.body))
    throw Error(Code::invalid_utf8, "The body is not valid UTF-8.");
  Json json = Json::parse(request.body, nullptr, false);
  if (json.is_discarded())
    throw Error(Code::invalid_json, "The body is not valid JSON.");
  if (!json.is_object())
    throw Error(Code::invalid_json, "The body must be a JSON object.");
  return json;
}

std::string string_member(const Json &object, const char *name) {
  const auto found = object.find(name);
  if (found == object.end() || found->is_null())
    return {};
  if (!found->is_string())
    throw Error(Code::invalid_json, "The member \"" + std::string(name) + "\" must be a string.");
  return found->get<std::string>();
}

bool boolean_member(const Json &object, const char *name) {
  const auto found = object.find(name);
  if (found == object.end() || found->is_null())
    return false;
  if (!found->is_boolean())
    throw Error(Code::invalid_json, "The member \"" + std::string(name) + "\" must be true or false.");
  return found->get<bool>();
}

int number_member(const Json &object, const char *name, std::initializer_list<int> values) {
  const auto found = object.find(name);
  if (found != object.end() && !found->is_null() && !found->is_number())
    throw Error(Code::invalid_json, "The member \"" + std::string(name) + "\" must be a number.");
  std::string all;
  for (const int value : values) {
    if (found != object.end() && found->is_number() && found->get<double>() == value)
      return value;
    all += (all.empty() ? "" : ", ") + std::to_string(value);
  }
  throw Error(Code::invalid, "The member \"" + std::string(name) + "\" must be one of " + all + ".");
}

std::string dump(const Json &json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Response json_response(int status, const Json &json) {
  Response response;
  response.status = status;
  response.type = "application/json";
  response.body = dump(json);
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

} // namespace afterword::demo
