#include "reading.hpp"

#include <algorithm>

namespace {

const afterword::Event &question(std::string text) {
  static afterword::Event event;
  event = {.type = Driver::Type::search, .stored = std::move(text)};
  return event;
}

const std::string talk =
    R"({"comments":[{"id":"1","name":"Ärger","created":"2026-11-01T10:00:00Z","content":"<p>The <b>qu</b>ick brown fox</p><p>&lt;jumps&gt;</p>"},)"
    R"({"id":"2","name":"Tom","content":"<p>A QUICK answer</p>"},{"id":"3","name":"Ines","content":"<p>nothing</p>"}],"total":3})";

} // namespace

TEST_CASE("what is searched for is found in text and names, whatever its case and its markup") {
  Driver driver = reading(talk);
  driver.send(question(" Quick "));
  CHECK(driver.draws("results", "2 comments found"));
  CHECK(driver.draws("results", R"(<a href="#comment-1"><bdi>Ärger</bdi></a>)"));
  CHECK(driver.draws("results",
                     R"(<p class="excerpt" dir="auto">The <mark>quick</mark> brown fox &lt;jumps&gt;</p>)"));
  CHECK(driver.draws("results", "A <mark>QUICK</mark> answer"));
  CHECK(driver.announced() == "2 comments found");
  driver.send(question("ärger"));
  CHECK(driver.draws("results", "One comment found"));
  driver.send(question("<JUMPS>"));
  CHECK(driver.draws("results", "<mark>&lt;jumps&gt;</mark>"));
  driver.send(question("cat"));
  CHECK(driver.draws("results", "No comment says that."));
  driver.send(question("  "));
  CHECK(driver.draws("results", "id=\"results\"></div>"));
  CHECK(driver.announced().empty());
}

TEST_CASE("a long comment shows the part that says it, and no half characters") {
  std::string content;
  for (int i = 0; i < 200; ++i)
    content += "ü";
  Driver driver = reading(R"({"comments":[{"id":"1","content":"<p>)" + content + "NEEDLE" + content +
                          R"(</p>"}],"total":1})");
  driver.send(question("needle"));
  std::string around;
  for (int i = 0; i < 45; ++i)
    around += "ü";
  CHECK(driver.draws("results", ">…" + around + "<mark>NEEDLE</mark>" + around + "…<"));
}

TEST_CASE("comments that are not loaded can be searched, too") {
  Driver driver = reading(page({listed(1)}, "k1"));
  driver.send(question("comment 2"));
  CHECK(driver.draws("results", "No comment says that."));
  CHECK(driver.draws("results", R"(data-action="search">Search in more comments<)"));
  driver.send({.type = Driver::Type::search});
  REQUIRE(driver.fetch() != nullptr);
  driver.respond(driver.fetch()->id, 200, page({listed(2)}));
  CHECK(driver.draws("results", "<mark>Comment 2</mark>"));
  CHECK_FALSE(driver.draws("results", "data-action"));
  CHECK(driver.focus().empty()); // nobody is moved away from the search
}

TEST_CASE("a question of any length, and hostile comments, are searched safely") {
  Driver driver = reading(
      R"({"comments":[{"id":"1","name":"<img src=x>","content":"<script>alert(1)</script>&lt;img onerror=1&gt;"}],"total":1})");
  driver.send(question(std::string(100'000, 'x')));
  CHECK(driver.draws("results", "No comment says that."));
  driver.send(question("img"));
  CHECK(driver.draws("results", "&lt;<mark>img</mark> onerror=1&gt;"));
  CHECK_FALSE(driver.draws("results", "<img"));
  driver.send(question("\xC3"));
  driver.send({.type = Driver::Type::search});
  CHECK(driver.fetch() == nullptr);
}

TEST_CASE("more than anybody reads is counted, and not drawn") {
  std::vector<std::string> many;
  for (int i = 1; i <= 80; ++i)
    many.push_back(listed(i));
  Driver driver = reading(page(many));
  driver.send(question("comment"));
  CHECK(driver.draws("results", "80 comments found"));
  const std::string markup = driver.patch("results")->markup.str();
  std::size_t count = 0;
  for (std::size_t at = 0; (at = markup.find("<li", at)) != std::string::npos; ++at)
    ++count;
  CHECK(count == 50);
}

TEST_CASE("what was deleted is not found") {
  Driver driver = reading(page({listed(1, 0, R"("status":"deleted")"), listed(2)}));
  driver.send(question("comment"));
  CHECK(driver.draws("results", "One comment found"));
}

TEST_CASE("a long question is cut between characters") {
  std::string words;
  for (int i = 0; i < 150; ++i)
    words += "ه";
  Driver driver = reading(R"({"comments":[{"id":"1","content":"<p>)" + words + R"(</p>"}],"total":1})");
  driver.send(question("x" + words.substr(0, 198)));
  CHECK(driver.draws("results", "No comment says that."));
  driver.send(question(words));
  CHECK(driver.draws("results", "One comment found"));
}
