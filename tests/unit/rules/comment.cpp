#include "afterword/rules/comment.hpp"

#include "catch.hpp"

#include <string>

using afterword::rules::count_links;

TEST_CASE("links are counted as backends count them") {
  const struct {
    std::string_view comment;
    std::size_t links;
  } cases[] = {
      {"", 0},
      {"no link, not even www.a.example or https://", 0},
      {"https://a.example and (http://b.example).", 2},
      {"HTTPS://a.example\nhttps://a.example", 2},
      {"<a href='https://a.example'>a</a>", 1},
      {"<A rel=x\nHREF=/a>a</A>", 1},
      {"<a href=https://a.example>https://a.example</a> https://b.example", 2},
      {"<a href=https://a.example>see https://b.example</a>", 2},
      {"<a href=https://a.example and never closed https://b.example", 1},
      {"<a name='https://a.example'>", 1},
      {"<a name=x> <a href=y>", 1},
      {"<abbr href=x> a <b href=x> <a", 0},
      {"<a >href", 0},
      {"<a href>", 1},
      {"<img src=https://a.example/b.png>", 1},
  };
  for (const auto &[comment, links] : cases) {
    INFO(comment);
    CHECK(count_links(comment) == links);
  }
  static_assert(count_links("http://a <a href=b>") == 2);
}

TEST_CASE("a comment of nothing but beginnings takes no longer than its size") {
  std::string tags;
  std::string addresses;
  while (tags.size() < 4'000'000) {
    tags += "<a ";
    addresses += "http://(";
  }
  CHECK(count_links(tags) == 0);
  CHECK(count_links(addresses) == 0);
}
