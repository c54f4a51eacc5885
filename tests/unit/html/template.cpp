#include "afterword/html/template.hpp"

#include "catch.hpp"

#include <string>

using namespace afterword::html;

TEST_CASE("a template's places are filled, texts escaped") {
  const std::string text = "a<\"b\">&";
  const Markup inner = draw<"<b>{}</b>">(text);
  CHECK(inner.str() == "<b>a&lt;&quot;b&quot;&gt;&amp;</b>");
  CHECK(draw<R"(<p class="x {}">{m}<br/></p>)">(text, inner).str() ==
        "<p class=\"x a&lt;&quot;b&quot;&gt;&amp;\"><b>a&lt;&quot;b&quot;&gt;&amp;</b><br/></p>");
}

TEST_CASE("an optional attribute goes when its value is empty") {
  const std::string none;
  const std::string some = "1";
  CHECK(draw<R"(<i id="{}" ?title="{}" class="c">{}</i>)">(some, none, some).str() ==
        R"(<i id="1" class="c">1</i>)");
  CHECK(draw<R"(<i ?title="{}">{}</i>)">(some, none).str() == R"(<i title="1"></i>)");
}

TEST_CASE("a URL stands where a URL may stand") {
  CHECK(draw<R"(<a href="{}">{}</a>)">(*Url::check("https://a.example/?b&c"), std::string("t")).str() ==
        R"(<a href="https://a.example/?b&amp;c">t</a>)");
}

TEST_CASE("a value cannot open a place of its own") {
  CHECK(draw<"<p>{} {}</p>">(std::string("{}"), std::string("{m}")).str() == "<p>{} {m}</p>");
}

TEST_CASE("the builder closes what was left open") {
  Builder builder;
  builder.open("p").attribute("title", "\"<").open("b").text("x<").open("br").close();
  CHECK(std::move(builder).finish().str() == R"(<p title="&quot;&lt;"><b>x&lt;<br/></b></p>)");
}
