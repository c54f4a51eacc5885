#include "error.hpp"

#include "json.hpp"

#include <array>

namespace afterword::demo {

namespace {

struct Entry {
  std::string_view name;
  int status;
};

constexpr std::array<Entry, 19> entries = {{{"invalid_json", 400},
                                            {"invalid_utf8", 400},
                                            {"bad_request", 400},
                                            {"unsupported_media_type", 415},
                                            {"too_large", 413},
                                            {"unknown_page", 404},
                                            {"not_found", 404},
                                            {"method_not_allowed", 405},
                                            {"invalid", 422},
                                            {"unknown_parent", 422},
                                            {"closed", 403},
                                            {"bad_token", 404},
                                            {"origin_not_allowed", 403},
                                            {"not_yours", 403},
                                            {"expired", 409},
                                            {"duplicate", 409},
                                            {"slow_down", 429},
                                            {"unavailable", 503},
                                            {"internal", 500}}};

} // namespace

std::string_view name(Code code) noexcept {
  return entries[static_cast<std::size_t>(code)].name;
}

int status(Code code) noexcept {
  return entries[static_cast<std::size_t>(code)].status;
}

Response answer(const Error &error) {
  Json json = {{"code", name(error.code())}, {"message", error.what()}};
  if (error.code() == Code::invalid) {
    Json problems = Json::array();
    for (const FieldProblem &found : error.problems())
      problems.push_back({{"field", afterword::name(found.field)}, {"code", rules::code(found.problem)}});
    json["problems"] = std::move(problems);
  }
  if (error.code() == Code::slow_down)
    json["seconds"] = error.seconds();
  Response response = json_response(status(error.code()), {{"error", std::move(json)}});
  if (error.code() == Code::unavailable)
    response.headers.emplace_back("Retry-After", "5");
  if (error.code() == Code::slow_down)
    response.headers.emplace_back("Retry-After", std::to_string(error.seconds()));
  return response;
}

} // namespace afterword::demo
