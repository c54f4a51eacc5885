#include "api.hpp"
#include "catch.hpp"
#include "demo_server.hpp"

using namespace afterword::test;

namespace {

std::string repeat(const std::string &text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i)
    out += text;
  return out;
}

} // namespace

TEST_CASE("No body crashes the server or makes it say 500", "[hostile]") {
  const DemoServer server;
  struct Case {
    std::string body;
    int status;
    std::string code;
  };
  const std::vector<Case> cases = {
      {"", 400, "invalid_json"},
      {"{", 400, "invalid_json"},
      {"null", 400, "invalid_json"},
      {"[]", 400, "invalid_json"},
      {"\"text\"", 400, "invalid_json"},
      {"{}", 404, "unknown_page"},
      {R"({"page":5})", 400, "invalid_json"},
      {R"({"page":"/elements","comment":5})", 400, "invalid_json"},
      {R"({"page":"/elements","comment":["x"]})", 400, "invalid_json"},
      {R"({"page":"/elements","comment":"x","parent":7})", 400, "invalid_json"},
      {R"({"page":"/elements","comment":"x","key":{}})", 400, "invalid_json"},
      {R"({"page":"/elements","comment":"x","notify_posts":"yes"})", 400, "invalid_json"},
      {R"({"page":"/elements","comment":"\ud800"})", 400, "invalid_json"},
      {R"({"page":"/elements\u0000"})", 404, "unknown_page"},
      {R"({"page":"/elements","comment":"x","name":"a","email":"a@b.c\r\nBcc: x@y.z"})", 422, "invalid"},
      {R"({"page":"/elements","comment":"x","key":")" + repeat("k", 201) + "\"}", 422, "invalid"},
      {R"({"page":"/elements","comment":"x","email":"\u0000@b.c"})", 422, "invalid"},
      {"{\"page\":\"/elements\",\"comment\":\"\xFF\"}", 400, "invalid_utf8"},
      {"{\"page\":\"/elements\",\"comment\":\"\xED\xA0\x80\"}", 400, "invalid_utf8"},
      {"{\"page\":\"/elements\",\"comment\":\"\xC0\xAF\"}", 400, "invalid_utf8"},
      {repeat("[", 60000), 400, "invalid_json"},
      {repeat("{\"a\":", 12000), 400, "invalid_json"},
      {repeat("[", 30000) + repeat("]", 30000), 400, "invalid_json"},
      {"{\"a\":" + repeat("[", 30000) + repeat("]", 30000) + "}", 404, "unknown_page"},
      {"{\"n\":" + repeat("9", 60000) + "}", 400, "invalid_json"},
      {"{\"comment\":\"" + repeat("x", 65536) + "\"}", 413, "too_large"},
      {repeat("x", 2000000), 413, "too_large"},
  };
  for (const Case &hostile : cases) {
    CAPTURE(hostile.body.substr(0, 80));
    const Reply reply = post(server.port(), "/api/comments", hostile.body);
    CHECK(reply.status == hostile.status);
    CHECK(reply.code() == hostile.code);
    CHECK(reply.header("content-type") == "application/json");
  }
  CHECK(list_all(server.port(), empty_page).empty());
}

TEST_CASE("No query does either", "[hostile]") {
  const DemoServer server;
  CHECK(get(server.port(), "/api/comments?page=%FF").code() == "invalid_utf8");
  CHECK(get(server.port(), "/api/comments?%C0%AF=1&page=%2Felements").code() == "invalid_utf8");
  CHECK(get(server.port(), "/api/counts?page=%ED%A0%80").code() == "invalid_utf8");
  CHECK(get(server.port(), "/api/comments?page=%2Felements%00").code() == "unknown_page");
  CHECK(get(server.port(), "/api/comments").code() == "unknown_page");
  CHECK(get(server.port(), "/api/comments?page=%").code() == "unknown_page");
  CHECK(get(server.port(), "/api/comments?page='%20OR%201=1--").code() == "unknown_page");
  for (const std::string cursor :
       {"x", "0", "-5", "1.5", "99999999999999999999", "1;DROP%20TABLE%20comments", "oldest", "oldest-",
        "oldest-1", "oldest-1-", "oldest-1-0-", "oldest-1-0-x", "newest-1-0", "random-1-0",
        "oldest-99999999999999999999-0", "oldest-1-0-1-2-3-4-5-6-7-8-9-10-11", "oldest-1-0)%20OR%20(1",
        "%00"})
    CHECK(get(server.port(), "/api/comments?page=%2Felements&sort=oldest&cursor=" + cursor).code() ==
          "invalid");
  std::string many;
  for (int i = 0; i < 101; ++i)
    many += "page=" + std::to_string(i) + "&";
  CHECK(get(server.port(), "/api/counts?" + many).code() == "invalid");
  CHECK(get(server.port(), "/api/subscriptions/confirm?token=" + repeat("a", 5000)).code() == "bad_token");
}

TEST_CASE("HTML is text, and control characters are nothing", "[hostile]") {
  const DemoServer server;
  Json comment = new_comment(empty_page, "markup");
  comment["comment"] = "<script>alert(1)</script><img src=x onerror=alert(1)> &lt;b&gt; abc";
  comment["comment"].get_ref<std::string &>().insert(comment["comment"].get<std::string>().size() - 1,
                                                     "\u0007\0", 2);
  comment["name"] = std::string("<b>Ada</b>\0\u001B[31m\nLovelace", 25);
  const Json made = post(server.port(), "/api/comments", comment).json();
  CHECK(made["content"] == "<p>&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; "
                           "&lt;b&gt; abc</p>");
  CHECK(made["name"] == "<b>Ada</b>[31m Lovelace");
}

TEST_CASE("Bodies of every dress are bounded", "[hostile]") {
  const DemoServer server;
  const std::string head = "POST /api/comments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
  const std::string after = "GET /api/subscriptions HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

  SECTION("chunked, a little too large: refused, and the connection goes on") {
    const Connection connection(server.port());
    connection.send(head + "Transfer-Encoding: chunked\r\n\r\n" +
                    repeat("1000\r\n" + repeat("x", 4096) + "\r\n", 20) + "0\r\n\r\n");
    CHECK(connection.receive_until("too_large").find("HTTP/1.1 413") == 0);
    connection.send(after);
    CHECK(connection.receive_until("followers").find("HTTP/1.1 200") != std::string::npos);
  }
  SECTION("chunked, without an end: refused, and the connection is cut") {
    const Connection connection(server.port());
    connection.send(head + "Transfer-Encoding: chunked\r\n\r\n" +
                    repeat("10000\r\n" + repeat("x", 65536) + "\r\n", 140));
    const std::string received = connection.receive_until("nothing that comes");
    CHECK(received.find("HTTP/1.1 413") == 0);
    CHECK(received.find("HTTP/1.1", 8) == std::string::npos);
  }
  SECTION("a body where none belongs is never read as the next request") {
    for (const std::string method : {"GET", "HEAD", "OPTIONS", "DELETE"}) {
      const Connection connection(server.port());
      connection.send(method + " /api/subscriptions HTTP/1.1\r\nHost: x\r\nContent-Length: " +
                      std::to_string(after.size()) + "\r\n\r\n" + after);
      const std::string received = connection.receive_until("nothing that comes");
      CAPTURE(method, received);
      CHECK(received.find("HTTP/1.1 400") == 0);
      CHECK(received.find("HTTP/1.1", 8) == std::string::npos);
      CHECK(received.find("followers") == std::string::npos);
    }
  }
  SECTION("no length at all: an empty body, answered at once") {
    const Connection connection(server.port());
    connection.send("POST /api/comments HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\r\n");
    CHECK(connection.receive_until("invalid_json").find("HTTP/1.1 400") == 0);
  }
  SECTION("what is no HTTP") {
    const Connection connection(server.port());
    connection.send("HELLO\r\n\r\n");
    const std::string received = connection.receive_until("bad_request");
    CHECK(received.find("HTTP/1.1 400") == 0);
    CHECK(received.find("bad_request") != std::string::npos);
  }
  CHECK(get(server.port(), "/api/subscriptions").status == 200);
}

TEST_CASE("Addresses without end are refused", "[hostile]") {
  const DemoServer server;
  CHECK(get(server.port(), "/" + repeat("a", 9000)).code() == "too_large");
  CHECK(get(server.port(), "/" + repeat("a", 7000)).status == 404);
  CHECK(post(server.port(), "/" + repeat("a", 7000), std::string("{}")).code() == "not_found");
}

TEST_CASE("A mail's headers cannot be broken out of", "[hostile]") {
  const Folder site;
  site.write("site/evil.html",
             "<h1>Ünï \r\nBcc: victim@host.example</h1><script data-page=\"/evil\"></script>");
  const DemoServer server({"--pages", site.path("site")});
  Json comment = new_comment("/evil", "evil");
  comment["notify_comments"] = true;
  comment["name"] = "Eve\r\nBcc: victim@host.example";
  REQUIRE(post(server.port(), "/api/comments", comment).status == 201);
  const std::string confirmation = mails(server.port()).at(0);
  const std::string head = confirmation.substr(0, confirmation.find("\r\n\r\n"));
  CHECK(head.find("\nBcc") == std::string::npos);
  CHECK(head.find("=?UTF-8?Q?") != std::string::npos);
  for (std::size_t at = 0; at < head.size(); ++at) {
    const bool printable = (head[at] >= 0x20 && head[at] < 0x7F) || head[at] == '\r' || head[at] == '\n';
    CHECK(printable);
  }
}
