#pragma once
/// @file What a preset makes of what real servers answered, in words that stand in a table.

#include "afterword/backend/answer.hpp"
#include "afterword/backend/list.hpp"
#include "afterword/html/format.hpp"

#include "fixture.hpp"
#include "html/grammar.hpp"

#include <algorithm>
#include <cstddef>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A preset, and the words for what it reads.
class Preset {
public:
  explicit Preset(const std::string &name)
      : recipe_(afterword::backend::Recipe::parse(read_file("web/recipes/" + name + ".json"))) {
    REQUIRE(recipe_);
  }

  /// What comes of `response` to `operation`. `way` is which of the recipe's ways it was, `cursor` what was
  /// asked for.
  [[nodiscard]] std::string read(const std::string &operation, const afterword::backend::Response &response,
                                 std::size_t way = 0, const std::string &cursor = {}) const {
    using namespace afterword::backend;
    if (operation == "list")
      return list(response, cursor);
    if (operation == "create" || operation == "edit")
      return comment(recipe_->operation(operation.c_str(), way), response);
    if (operation == "subscribe")
      return subscribed(response);
    if (operation == "updates" || operation == "recent")
      return news(operation, response);
    if (operation == "count" && recipe_->at("/count/reply/counts") != nullptr)
      return counts(response);
    const char *place = operation == "count"   ? "/count/reply/count"
                        : operation == "me"    ? "/me/reply/name"
                        : operation == "token" ? "/needs/token/value"
                                               : "/nothing";
    if (recipe_->at(place) != nullptr)
      return value(response, place);
    const Failure failure = check_reply(*recipe_, Reply(response));
    return failure ? say(failure) : "yes";
  }

  /// What comes of a fixture.
  [[nodiscard]] std::string read(const Fixture &fixture) const {
    const std::size_t page = fixture.url.find("&page=");
    const std::string cursor = page == std::string::npos ? "" : fixture.url.substr(page + 6);
    const bool is_classic = fixture.url.find("wp-comments-post.php") != std::string::npos;
    return fixture.method == "OPTIONS" ? preflight(fixture.response)
                                       : read(fixture.operation, fixture.response, is_classic ? 1 : 0,
                                              cursor.substr(0, cursor.find('&')));
  }

  /// The comments of the list in a fixture, as they are drawn.
  [[nodiscard]] std::vector<std::string> draw(const std::string &path) const {
    using namespace afterword;
    backend::List list;
    CHECK_FALSE(backend::read_list(*recipe_, read_fixture(path).response, list));
    std::vector<std::string> out;
    for (const Comment &comment : list.comments)
      out.push_back(comment.name + " | " + (comment.website ? comment.website->str() : "") + " | " +
                    comment.content.str());
    for (std::string &line : out)
      std::replace(line.begin(), line.end(), '\n', ' ');
    return out;
  }

  /// What stands at `pointer`, a place or a condition of the recipe, in each comment that a fixture lists. Of
  /// the comments that answer others nothing is told.
  [[nodiscard]] std::vector<std::string> tell(const std::string &path, const char *pointer) const {
    using namespace afterword::backend;
    const Fixture fixture = read_fixture(path);
    Reply reply(fixture.response);
    const Json *items = reply.find(recipe_->at(where(fixture.operation).c_str()));
    REQUIRE(items != nullptr);
    const Json *part = recipe_->at(pointer);
    std::vector<std::string> out;
    for (const Json &item : items->items) {
      reply.enter(&item);
      const bool is_question = part != nullptr && part->type == Json::Type::object;
      out.push_back(!is_question ? reply.text(part) : holds(reply, part) ? "yes" : "no");
    }
    return out;
  }

  /// Every fixture of `folder` comes out as its row says, and there is no row without one.
  void check(const std::string &folder, std::map<std::string, std::string> rows) const {
    for (const std::string &name : fixtures_in(folder)) {
      INFO(folder << "/" << name);
      const auto row = rows.find(name);
      CHECK(row != rows.end());
      if (row == rows.end())
        continue;
      CHECK(read(read_fixture(folder + "/" + name + ".json")) == row->second);
      rows.erase(row);
    }
    for (const auto &[name, expected] : rows)
      FAIL_CHECK("no fixture of " << folder << " is called " << name);
  }

private:
  /// Where the comments of an operation's reply stand.
  [[nodiscard]] std::string where(const std::string &operation) const {
    std::string own = "/" + operation + "/reply/comments";
    return recipe_->at(own.c_str()) != nullptr ? own : "/list/reply/comments";
  }

  /// `3 new`, or that nothing is.
  [[nodiscard]] std::string news(const std::string &operation,
                                 const afterword::backend::Response &response) const {
    using namespace afterword;
    if (response.status == 304)
      return "nothing new";
    backend::Reply reply(response);
    if (const backend::Failure failure = backend::check_reply(*recipe_, reply))
      return say(failure);
    const backend::Json *items = reply.find(recipe_->at(where(operation).c_str()));
    if (items == nullptr || items->type != backend::Json::Type::array)
      return "nothing there";
    std::list<Comment> comments;
    backend::detail::read_items(*recipe_, reply, *items, {}, {html::Images::as_text, html::format_text},
                                comments);
    for (const Comment &comment : comments) {
      check_comment(comment);
      CHECK_FALSE(comment.id.empty());
      CHECK_FALSE(comment.created.empty());
    }
    return std::to_string(comments.size()) + " new";
  }

  /// The numbers, in their order.
  [[nodiscard]] std::string counts(const afterword::backend::Response &response) const {
    using namespace afterword::backend;
    const Reply reply(response);
    if (const Failure failure = check_reply(*recipe_, reply))
      return say(failure);
    const Json *found = reply.find(recipe_->at("/count/reply/counts"));
    REQUIRE(found != nullptr);
    std::string out;
    for (const Json &each : found->items) {
      CHECK(to_size(each.text));
      out += (out.empty() ? "" : " ") + each.text;
    }
    return out;
  }

  /// What a browser learns before it sends JSON from another origin.
  static std::string preflight(const afterword::backend::Response &response) {
    std::map<std::string, std::string> headers;
    for (const auto &header : response.headers)
      headers[header.name] = header.value;
    CHECK(afterword::text::to_ascii_lower(headers["access-control-allow-headers"]).find("content-type") !=
          std::string::npos);
    return "for " + headers["access-control-allow-origin"] +
           (headers["access-control-allow-credentials"] == "true" ? " with cookies" : "");
  }

  /// Words of a backend, which have to be plain by now.
  static std::string plain(const std::string &words) {
    for (const char *markup : {"</", "<p", "<s", "<h", "<a", "&#", "&lt;", "&amp;"})
      CHECK(words.find(markup) == std::string::npos);
    return words;
  }

  static std::string say(const afterword::backend::Failure &failure) {
    using namespace afterword;
    using Kind = backend::Failure::Kind;
    const auto kind = static_cast<std::size_t>(failure.kind);
    std::string out = backend::failure_kinds[kind];
    for (const auto &[field, problem] : failure.problems.list())
      out += " " + std::string(name(field)) + " " + std::string(rules::code(problem));
    for (const text::Named &words : failure.words)
      out += ": " + plain(words.value);
    if (failure.kind == Kind::slow_down)
      out += " " + std::to_string(failure.seconds);
    CHECK_FALSE(failure.detail.empty());
    const bool is_shown = failure.kind == Kind::refused || failure.kind == Kind::login;
    return is_shown ? out + ": " + plain(failure.message) : out;
  }

  static std::string status(const afterword::Comment &comment) {
    using Status = afterword::Comment::Status;
    return comment.status == Status::held      ? "held"
           : comment.status == Status::deleted ? "deleted"
           : comment.status == Status::unseen  ? "unseen"
                                               : "published";
  }

  static void check_comment(const afterword::Comment &comment) {
    CHECK(grammar::flaw(comment.content.str()).empty());
    CHECK(comment.name.find("\u202E") == std::string::npos);
    if (comment.website)
      CHECK(comment.website->scheme().starts_with("http"));
  }

  /// `5 of 7: 1 2<1 3<?, next 2`: by their places in the list, which stay when fixtures are recorded anew.
  [[nodiscard]] std::string list(const afterword::backend::Response &response,
                                 const std::string &cursor) const {
    using namespace afterword;
    backend::List list;
    if (const auto failure =
            backend::read_list(*recipe_, response, list, {html::Images::as_text, html::format_text}, cursor))
      return say(failure);
    std::map<std::string, std::string> places{{"", ""}};
    for (const Comment &comment : list.comments)
      places[comment.id] = std::to_string(places.size());
    CHECK(places.size() == list.comments.size() + 1);
    std::string out = std::to_string(list.comments.size()) + " of " + std::to_string(list.total) + ":";
    for (const Comment &comment : list.comments) {
      check_comment(comment);
      CHECK_FALSE(comment.created.empty());
      const auto parent = places.find(comment.parent);
      out += " " + places[comment.id] + (comment.parent.empty() ? "" : "<");
      out += parent == places.end() ? "?" : parent->second;
      out += comment.status == Comment::Status::published ? "" : " " + status(comment);
    }
    out += list.closed ? " closed" : "";
    return list.next.empty() ? out : out + ", next " + list.next;
  }

  /// `published`, and `reply` if it answers another, or `untold` where the backend does not tell.
  [[nodiscard]] std::string comment(const afterword::backend::Json *operation,
                                    const afterword::backend::Response &response) const {
    afterword::Comment comment;
    if (const auto failure = afterword::backend::read_created(*recipe_, operation, response, comment,
                                                              {afterword::html::Images::as_text, nullptr}))
      return say(failure);
    if (comment.id.empty())
      return status(comment) + " untold";
    check_comment(comment);
    return status(comment) + (comment.parent.empty() ? "" : " reply");
  }

  [[nodiscard]] std::string subscribed(const afterword::backend::Response &response) const {
    using namespace afterword::backend;
    Subscribed subscribed{};
    if (const Failure failure = read_subscribed(*recipe_, response, subscribed))
      return say(failure);
    return subscribed == Subscribed::pending   ? "pending"
           : subscribed == Subscribed::already ? "subscribed"
                                               : "unknown";
  }

  [[nodiscard]] std::string value(const afterword::backend::Response &response, const char *place) const {
    std::string value;
    const auto failure = afterword::backend::read_value(*recipe_, response, place, value);
    return !failure ? value : std::string_view(place).starts_with("/me/") ? "nobody" : say(failure);
  }

  std::optional<afterword::backend::Recipe> recipe_;
};
