#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

using namespace afterword::test;

namespace {

const std::string policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
                           "img-src 'self' data:; style-src "
                           "'self'; require-trusted-types-for 'script'; trusted-types afterword; base-uri "
                           "'none'; frame-ancestors 'none'";

} // namespace

TEST_CASE("Every page has the policy, and the headers that go with it", "[site]") {
  const DemoServer server;
  for (const std::string page :
       {"/", "/a-comment-section-is-a-promise", "/the-last-word", "/subscribe", "/elements", "/outbox",
        "/no-such-page", "/api/subscriptions/confirm?token=x"}) {
    CAPTURE(page);
    const Reply reply = get(server.port(), page, {{"Accept", "text/html"}});
    CHECK(reply.header("content-type") == "text/html; charset=utf-8");
    CHECK(reply.header("content-security-policy") == policy);
    CHECK(reply.header("x-content-type-options") == "nosniff");
    CHECK(reply.header("referrer-policy") == "same-origin");
    CHECK(reply.body.find(" style=") == std::string::npos);
    CHECK(reply.body.find("lang=\"en\"") != std::string::npos);
    CHECK(reply.body.find("name=\"viewport\"") != std::string::npos);
  }
  CHECK(get(server.port(), "/no-such-page").status == 404);
  CHECK(post(server.port(), "/subscribe", std::string("{}")).status == 405);
  CHECK(get(server.port(), "/a-comment-section-is-a-promise")
            .body.find("<script async src=\"/afterword.js\" data-backend=\"/api\" "
                       "data-page=\"/a-comment-section-is-a-promise\" data-subscribe></script>") !=
        std::string::npos);
}

TEST_CASE("Files of the web part have the right type, and are sent compressed when that lies beside",
          "[site]") {
  const DemoServer server;
  const Folder &folder = server.folder();
  folder.write("web/afterword.js", "plain");
  folder.write("web/afterword.js.gz", "the gzip copy");
  folder.write("web/afterword.js.br", "the brotli copy");
  folder.write("web/host.mjs", "host");
  folder.write("web/afterword-core.wasm", std::string("\0asm", 4));
  folder.write("web/recipes/afterword.json", "{}");
  folder.write("secret.txt", "not below the folder");
  const auto coded = [&](const std::string &accept) {
    const Connection connection(server.port()); // by hand: a client would unpack what is not packed at all
    connection.send("GET /afterword.js HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Encoding: " +
                    accept + "\r\n\r\n");
    return connection.receive_until("nothing that comes");
  };
  CHECK(coded("gzip, br").ends_with("the brotli copy"));
  CHECK(coded("gzip, br").find("Content-Encoding: br\r\n") != std::string::npos);
  CHECK(coded("gzip").ends_with("the gzip copy"));
  CHECK(coded("br;q=0, gzip;q=0.5").ends_with("the gzip copy"));
  CHECK(coded("identity").ends_with("\r\n\r\nplain"));
  CHECK(coded("identity").find("Vary: Accept-Encoding\r\n") != std::string::npos);
  CHECK(get(server.port(), "/host.mjs").header("content-type") == "text/javascript; charset=utf-8");
  CHECK(get(server.port(), "/afterword-core.wasm").header("content-type") == "application/wasm");
  CHECK(get(server.port(), "/recipes/afterword.json").header("content-type") == "application/json");

  const std::string tag = get(server.port(), "/host.mjs").header("etag");
  CHECK(get(server.port(), "/host.mjs").header("cache-control") == "no-cache");
  const Reply unchanged = get(server.port(), "/host.mjs", {{"If-None-Match", tag}});
  CHECK(unchanged.status == 304);
  CHECK(unchanged.body.empty());
  folder.write("web/host.mjs", "another host");
  CHECK(get(server.port(), "/host.mjs", {{"If-None-Match", tag}}).body == "another host");

  for (const std::string path :
       {"/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "//etc/passwd",
        "/recipes/../../secret.txt", "/.%00./secret.txt", "/recipes/", "/recipes", "/%00"})
    CHECK(get(server.port(), path).status == 404);
}

TEST_CASE("A page says so when the web part is not built", "[site]") {
  const DemoServer server;
  const Reply reply = get(server.port(), "/afterword.js");
  CHECK(reply.status == 404);
  CHECK(reply.body.find("demo/run") != std::string::npos);
}

TEST_CASE("The outbox shows what was written, as text, with links to follow", "[site]") {
  const Folder site;
  site.write("site/a.html", "<h1><b>Bold</b></h1><script data-page=\"/a\"></script>");
  const DemoServer server({"--pages", site.path("site")});
  Json comment = new_comment("/a", "x");
  comment["notify_comments"] = true;
  REQUIRE(post(server.port(), "/api/comments", comment).status == 201);
  const std::string page = get(server.port(), "/outbox").body;
  CHECK(page.find("<b>Bold") == std::string::npos);
  CHECK(page.find("&lt;b&gt;Bold") != std::string::npos);
  CHECK(page.find("<a href=\"" + server.url() + "/api/subscriptions/confirm?token=") != std::string::npos);
  CHECK(page.find("<a href=\"/outbox/1.eml\"") != std::string::npos);
}
