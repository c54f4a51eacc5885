#include "afterword/backend/answer.hpp"
#include "afterword/backend/counts.hpp"
#include "afterword/backend/recent.hpp"
#include "afterword/backend/request.hpp"
#include "afterword/html/format.hpp"
#include "afterword/model/thread.hpp"
#include "html/grammar.hpp"
#include "json.hpp"
#include "recipe.hpp"
#include "target.hpp"

#include <cstddef>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace afterword;
using namespace afterword::backend;

namespace {

/// Text is JSON if the library's own parser says so, and means what it says.
void check_json(std::string_view input) {
  Transcript expected;
  const bool is_json = nlohmann::json::sax_parse(input, &expected) && expected.deepest <= most_json_depth &&
                       input.find('\0') == std::string_view::npos;
  Json json;
  if (!parse_json(input, json)) {
    expect(!is_json, "what is JSON is read");
    return;
  }
  std::string text;
  transcribe(json, false, text);
  expect(is_json || expected.has_overflow, "what is read is JSON", text);
  expect(text == expected.text || expected.has_overflow, "it means the same", text + "\n" + expected.text);
}

void check_comment(const Comment &comment) {
  const std::string flaw = grammar::flaw(comment.content.str());
  expect(flaw.empty(), "a comment's content is in the grammar", flaw + "\n" + comment.content.str());
  expect(text::is_utf8(comment.id + comment.parent + comment.name), "texts are UTF-8", comment.name);
  expect(text::trim(comment.name) == comment.name, "a name is trimmed", comment.name);
  if (comment.website) {
    const std::string scheme = browser_scheme(comment.website->str());
    expect(scheme == "http" || scheme == "https", "a website is on the web", comment.website->str());
  }
  if (const auto created = text::parse_date(comment.created); !comment.created.empty())
    expect(created && text::format_date(*created) == comment.created, "a date is in UTC", comment.created);
}

/// A failure says what failed; only a reply that succeeded is none.
void check_failure(const Failure &failure, int status) {
  if (!failure) {
    expect(status == unseen || (status >= 200 && status <= 299), "a failure is told", std::to_string(status));
    return;
  }
  expect(!failure.detail.empty(), "a failure says what was expected");
  expect((failure.kind == Failure::Kind::invalid) == !failure.problems.empty(), "what is invalid is named",
         failure.detail);
  expect(failure.kind != Failure::Kind::refused || !failure.message.empty(), "a refusal has a reason",
         failure.detail);
  expect(text::is_utf8(failure.message), "the reason is UTF-8", failure.message);
}

void check_list(const Recipe &recipe, const Response &response) {
  List list;
  const Failure failure = read_list(recipe, response, list, {html::Images::as_text, html::format_text});
  check_failure(failure, response.status);
  if (failure)
    return;
  for (const Comment &comment : list.comments)
    check_comment(comment);
  expect(list.total <= 0x7FFFFFFF && list.followers.value_or(0) <= 0x7FFFFFFF, "counts are counts");
  expect(text::is_utf8(list.next), "a cursor is UTF-8", list.next);
  if (list.form)
    expect((*list.form)[Field::comment].shown && (*list.form)[Field::comment].required,
           "a form has a comment to fill in");

  // What a thread takes in it shows: every comment once, each with an id that leads to it.
  Thread thread;
  thread.add(std::move(list.comments));
  thread.adopt();
  std::size_t shown = 0;
  for (const Thread::Index root : thread.roots()) {
    for (Thread::Index i = root; i != Thread::none; i = thread.next(i, root)) {
      expect(!thread[i].id.empty() && thread.find(thread[i].id) == i, "a comment is found by its id",
             thread[i].id);
      ++shown;
    }
  }
  expect(shown == thread.size(), "every comment is shown once", std::to_string(shown));
}

void check_created(const Recipe &recipe, const Response &response) {
  for (std::size_t way = 0; way < 3; ++way) {
    Comment comment;
    const Json *operation = recipe.operation("create", way);
    const Failure failure = read_created(recipe, operation, response, comment);
    if (failure)
      check_failure(failure, response.status);
    else if (operation != nullptr && find(*operation, "/reply/comment") != nullptr &&
             response.status != unseen && comment.status == Comment::Status::published)
      expect(!comment.id.empty(), "a comment that was posted has an id");
    check_comment(comment);
  }
}

void check_subscribed(const Recipe &recipe, const Response &response) {
  auto subscribed = static_cast<Subscribed>(0xFF);
  const Failure failure = read_subscribed(recipe, response, subscribed);
  check_failure(failure, response.status);
  expect(failure || subscribed <= Subscribed::unknown, "a subscription is pending, or there already",
         response.body);
  std::string value;
  if (!read_value(recipe, response, "/followers/reply/followers", value))
    expect(text::is_utf8(value), "a value is UTF-8", value);
}

/// What a page that lists posts shows of an answer.
void check_overview(const Recipe &recipe, const Response &response) {
  std::list<RecentComment> recent;
  check_failure(read_recent(recipe, response, recent), response.status);
  for (const RecentComment &each : recent) {
    check_comment(each.comment);
    expect(text::is_utf8(each.title), "a title is UTF-8", each.title);
    const std::string scheme = each.address ? browser_scheme(each.address->str()) : "";
    expect(scheme.empty() || scheme == "http" || scheme == "https", "a page is on the web", scheme);
  }
  std::vector<std::optional<std::size_t>> counts;
  const Failure failure = read_counts(recipe, response, {"/a", "/b"}, counts);
  check_failure(failure, response.status);
  expect(counts.size() == (failure ? 0u : 2u), "there is an answer for each page");
  for (const auto &count : counts)
    expect(count.value_or(0) <= 0x7FFFFFFF, "counts are counts");
}

void check_replies(const Recipe &recipe, std::string_view input) {
  for (const int status : {no_network, unseen, 200, 422, 500}) {
    const Response response{status,
                            std::string(input),
                            {{"x-total", std::string(input)}},
                            "https://a.example/?" + std::string(input),
                            true};
    check_list(recipe, response);
    check_created(recipe, response);
    check_subscribed(recipe, response);
    check_overview(recipe, response);
  }
}

/// Whatever a recipe says, what it writes goes to the web, within bounds, and in one line a header.
void check_requests(const Recipe &recipe) {
  Config config;
  config.backend = "/api";
  config.page = "/a b";
  Draft draft;
  draft.comment = "c\r\nx: y";
  draft.notify_posts = true;
  const FormRules rules;
  Variables all = variables(config);
  all.draft = &draft;
  all.rules = &rules;
  for (const char *name :
       {"list", "updates", "recent", "create", "edit", "remove", "vote/like", "vote/dislike", "vote/clear",
        "report", "count", "preview", "subscribe", "followers", "me"}) {
    const Request request = write_request(recipe.operation(name), all);
    const std::string scheme = browser_scheme(request.url);
    expect(scheme.empty() || scheme == "http" || scheme == "https", "a request goes to the web", request.url);
    expect(request.url.empty() || request.url.size() <= most_request_bytes, "an address has bounds");
    for (const Header &header : request.headers)
      expect((header.name + header.value).find_first_of("\r\n\0") == std::string::npos,
             "a header is one line", header.name + ": " + header.value);
    Json body;
    const Json *operation = recipe.operation(name);
    const Json *as = operation != nullptr ? find(*operation, "/as") : nullptr;
    if (!request.url.empty() && !request.body.empty() && as_text(as) != "form")
      expect(parse_json(request.body, body), "a body is JSON", request.body);
  }
}

} // namespace

void check(std::string_view input) {
  static const Recipe shipped = shipped_recipe();
  check_json(input);
  check_replies(shipped, input);
  // A recipe can be anything as well, and its own text a reply to it.
  if (const auto recipe = Recipe::parse(input)) {
    check_replies(*recipe, input);
    check_requests(*recipe);
  }
}
