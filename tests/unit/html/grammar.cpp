#include "html/grammar.hpp"

#include "catch.hpp"

#include <string>

using grammar::Allowed;
using grammar::flaw;

TEST_CASE("the judge lets good markup pass") {
  for (const std::string_view markup :
       {"", "a &amp; &lt;&gt;&quot;&#13;\n",
        "<p title=\"&quot;\" lang=\"de-CH\" dir=\"rtl\">a<br/>b</p><hr/>",
        "<a href=\"/x?a&amp;b\" rel=\"nofollow ugc noopener\">x</a>", "<q cite=\"https://a.example\">x</q>",
        "<ul><li>a<ul><li>b</li></ul></li></ul>", "<blockquote><p>a</p><pre>b</pre></blockquote>",
        "<table><caption>c</caption><thead><tr><th>h</th></tr></thead><tbody></tbody></table>",
        "<ul><li><table><tbody><tr><td><p>a</p><ul><li>b</li></ul></td></tr></tbody></table></li></ul>"})
    CHECK(flaw(markup) == "");
  CHECK(flaw("<img src=\"/x\" alt=\"a\" width=\"1\" height=\"2\" loading=\"lazy\" "
             "referrerpolicy=\"no-referrer\"/>",
             Allowed::images) == "");
  CHECK(flaw("<p>a<br/><a href=\"http://b\" rel=\"nofollow ugc noopener\">b</a></p>", Allowed::text) == "");
}

TEST_CASE("the judge sees what is wrong with markup") {
  for (const std::string_view markup : {"<p>",
                                        "</p>",
                                        "<b><i></b></i>",
                                        "<B></B>",
                                        "<p",
                                        "<p>a</p",
                                        "<p/>",
                                        "<br>",
                                        "<script></script>",
                                        "<img src=\"/x\"/>",
                                        "a < b",
                                        "a > b",
                                        "a & b",
                                        "\"",
                                        "&nbsp;",
                                        "&#60;",
                                        "&amp",
                                        "\r",
                                        "\x01",
                                        "\xC0\xBC",
                                        "\xEF\xBF\xBE",
                                        "<!-- a -->",
                                        "<?a?>",
                                        "<![CDATA[a]]>",
                                        "<p title>a</p>",
                                        "<p title=a>a</p>",
                                        "<p title='a'>a</p>",
                                        "<p  title=\"a\">a</p>",
                                        "<p title=\"a\"lang=\"a\">a</p>",
                                        "<p title=\"<\">a</p>",
                                        "<p title=\"a\" title=\"b\">a</p>",
                                        "<p onclick=\"a\">a</p>",
                                        "<p style=\"a\">a</p>",
                                        "<p dir=\"up\">a</p>",
                                        "<p lang=\"\">a</p>",
                                        "<p cite=\"/\">a</p>",
                                        "<a href=\"/x\">a</a>",
                                        "<a href=\"javascript:a\" rel=\"nofollow ugc noopener\">a</a>",
                                        "<q cite=\"&#13;java&#13;script:a\">a</q>"})
    CHECK(flaw(markup) != "");
  CHECK(flaw("<b>a</b>", Allowed::text) != "");
  for (const std::string_view image :
       {"<img src=\"mailto:a@b\"/>", "<img onerror=\"a\"/>", "<img width=\"1px\"/>",
        "<img loading=\"eager\"/>", "<img srcset=\"/x\"/>", "<img src=\"/x\">"})
    CHECK(flaw(image, Allowed::images) != "");
}

TEST_CASE("the judge knows what a parser would put elsewhere") {
  for (const std::string_view markup :
       {"<p><p>a</p></p>", "<p><b><ul></ul></b></p>", "<p><hr/></p>", "<ul><li><b><li>a</li></b></li></ul>",
        "<table>a</table>", "<table><tr></tr></table>", "<table><tbody> </tbody></table>",
        "<table><tbody><tr><b></b></tr></tbody></table>", "<td>a</td>", "<tr></tr>", "<caption>a</caption>",
        "<a><b><a>x</a></b></a>"})
    CHECK(flaw(markup) != "");
  std::string deep;
  std::string end;
  for (std::size_t i = 0; i < grammar::most_depth; ++i) {
    deep += "<b>";
    end += "</b>";
  }
  CHECK(flaw(deep + end) == "");
  CHECK(flaw("<b>" + deep + end + "</b>") == "too deep");
}
