#include "leaf.hpp"

#include "afterword/text/escape.hpp"

#include <string>

namespace afterword::demo {

Response leaf(int status, std::string_view heading, std::string_view sentence, std::string_view button) {
  html::Builder content;
  content.open("p").text(sentence).close();
  if (!button.empty())
    content.open("form")
        .attribute("method", "post")
        .open("p")
        .open("button")
        .attribute("type", "submit")
        .text(button);
  return leaf(status, heading, std::move(content).finish());
}

Response leaf(int status, std::string_view heading, const html::Markup &content) {
  std::string title;
  text::append_escaped(title, heading);
  Response response;
  response.status = status;
  response.type = "text/html; charset=utf-8";
  response.body = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
                  title + " · The Wide Margin</title>\n<link rel=\"stylesheet\" href=\"/site.css\">\n" +
                  "</head>\n<body>\n<header class=\"site\"><a href=\"/\">The Wide Margin</a></header>\n" +
                  "<main>\n<h1>" + title + "</h1>\n" + content.str() + "\n</main>\n</body>\n</html>\n";
  response.headers.emplace_back("Cache-Control", "no-store");
  protect_page(response);
  return response;
}

void protect_page(Response &response) {
  response.headers.emplace_back("Content-Security-Policy",
                                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src "
                                "'self'; img-src 'self' data:; style-src "
                                "'self'; require-trusted-types-for 'script'; trusted-types afterword; "
                                "base-uri 'none'; frame-ancestors 'none'");
  // Not "no-referrer": that makes the Origin of our own forms "null"
  // (https://fetch.spec.whatwg.org/#origin-header).
  response.headers.emplace_back("Referrer-Policy", "same-origin");
}

} // namespace afterword::demo
