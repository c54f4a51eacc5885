#include "afterword/backend/counts.hpp"

#include "catch.hpp"
#include "recipe.hpp"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

using namespace afterword;
using namespace afterword::backend;

namespace {

using Counts = std::vector<std::optional<std::size_t>>;

Recipe recipe_of(nlohmann::json document) {
  document["list"]["url"] = "/list"; // without which it is none
  auto recipe = Recipe::parse(document.dump());
  REQUIRE(recipe);
  return std::move(*recipe);
}

/// The numbers that a vector expects; nothing where it expects a failure.
std::optional<Counts> expected(const nlohmann::json &answer) {
  if (!answer.contains("counts"))
    return std::nullopt;
  Counts counts;
  for (const auto &count : answer["counts"])
    counts.push_back(count.is_null() ? std::nullopt : std::optional(count.get<std::size_t>()));
  return counts;
}

} // namespace

TEST_CASE("counts are asked for and read as in the browser") {
  const auto vectors = nlohmann::json::parse(read_file("tests/vectors/counts.json"));
  REQUIRE(vectors.size() > 20);
  for (const auto &vector : vectors) {
    INFO(vector["case"].get<std::string>());
    const Recipe recipe = recipe_of(vector["recipe"]);
    Config config;
    config.backend = vector["backend"];
    while (config.backend.ends_with('/'))
      config.backend.pop_back();
    const auto requests = count_requests(recipe, config, vector["pages"]);
    REQUIRE(requests.size() == vector["requests"].size());
    for (std::size_t i = 0; i < requests.size(); ++i) {
      const auto &answer = vector["requests"][i];
      CHECK(requests[i].request.url == answer["url"].get<std::string>());
      CHECK(requests[i].request.method == answer.value("method", "GET"));
      nlohmann::json sent = nlohmann::json::object();
      for (const Header &header : requests[i].request.headers)
        sent[header.name] = header.value;
      CHECK(sent == answer.value("sent", nlohmann::json::object()));
      CHECK(requests[i].pages == answer["pages"].get<std::vector<std::string>>());
      Response response{answer["status"].get<int>(), answer["body"].get<std::string>()};
      const auto headers = answer.value("headers", nlohmann::json::object());
      for (const auto &[name, value] : headers.items())
        response.headers.push_back({name, value});
      Counts counts;
      const Failure failure = read_counts(recipe, response, requests[i].pages, counts);
      CHECK((failure ? std::nullopt : std::optional(counts)) == expected(answer));
      CHECK(failure.detail.empty() != static_cast<bool>(failure));
    }
  }
}

TEST_CASE("the shipped recipe asks about a hundred pages at once, and says what is wrong with an answer") {
  Config config;
  config.backend = "/api";
  const std::vector<std::string> pages(250, "/p");
  const auto requests = count_requests(shipped_recipe(), config, pages);
  REQUIRE(requests.size() == 3);
  CHECK(requests[0].pages.size() == 100);
  CHECK(requests[2].pages.size() == 50);
  CHECK(requests[2].request.url.starts_with("/api/counts?page=%2Fp&page=%2Fp&"));
  Counts counts;
  CHECK(read_counts(shipped_recipe(), {200, "[]"}, {"/p"}, counts).detail.find("/counts") !=
        std::string::npos);
  CHECK(read_counts(shipped_recipe(), {200, R"({"counts":[1,2]})"}, {"/p"}, counts).detail ==
        "2 counts for 1 pages");
  CHECK(read_counts(shipped_recipe(), {503, ""}, {"/p"}, counts).detail == "HTTP 503");
  CHECK(counts.empty());
}

TEST_CASE("nothing is sent to what is no web address") {
  Config config;
  config.backend = "javascript:alert(1)//";
  for (const CountRequest &each : count_requests(shipped_recipe(), config, {"/a"}))
    CHECK(each.request.url.empty());
}

TEST_CASE("where cookies go is the recipe's to say") {
  const auto recipe = recipe_of({{"count", {{"url", "/c/{page}"}, {"credentials", "include"}}}});
  CHECK(count_requests(recipe, {}, {"/a"}).front().request.credentials == "include");
}
