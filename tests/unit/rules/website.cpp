#include "afterword/rules/website.hpp"

#include "catch.hpp"

#include <string>

using afterword::rules::website;

TEST_CASE("a website is an http(s) address; a missing scheme is completed") {
  CHECK(website(" https://a.example/b?c#d ") == "https://a.example/b?c#d");
  CHECK(website("HTTP://a.example") == "HTTP://a.example");
  CHECK(website("a.example/path") == "https://a.example/path");
  CHECK(website("a.example:8080") == "https://a.example:8080");
  CHECK(website("http://localhost:3000/x") == "http://localhost:3000/x");
  CHECK(website("https://\xD8\xA7.example") == "https://\xD8\xA7.example");
}

TEST_CASE("anything else is refused") {
  for (const std::string_view text : {"",
                                      "x",
                                      "localhost",
                                      "javascript:alert(1)",
                                      "JAVASCRIPT:a.b",
                                      "java\tscript:a.b",
                                      "data:text/html,a.b",
                                      "mailto:a@b.example",
                                      "https://",
                                      "https:///x",
                                      "http://?x",
                                      "ftp://a.example",
                                      "https://a b.example",
                                      "https://user@a.example",
                                      "https://a.example:99999",
                                      "https://a.example:x",
                                      "https://[::1]/",
                                      "https://[x",
                                      "a.",
                                      "mail:me.x",
                                      "https://a\xE2\x80\xAE.example",
                                      "http://.",
                                      "<b>.x",
                                      "https://a.example\x01"})
    CHECK_FALSE(website(text));
}
