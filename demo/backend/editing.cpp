#include "editing.hpp"

#include "afterword/text/ascii.hpp"
#include "afterword/text/trim.hpp"
#include "error.hpp"
#include "token.hpp"

#include <string_view>
#include <utility>

namespace afterword::demo {

namespace {

/// The token that `request` brings; empty: none.
std::string bearer_token(const Request &request) {
  constexpr std::string_view scheme = "Bearer ";
  const std::string header = request.header("authorization");
  return text::starts_with_ignoring_case(header, scheme)
             ? std::string(text::trim(std::string_view(header).substr(scheme.size())))
             : std::string();
}

} // namespace

Editing::Editing(std::string secret, Seconds window) : secret_(std::move(secret)), window_(window) {}

std::string Editing::token(const StoredComment &comment) const {
  // With its time: should an older copy of the database come back, and an id be given again, that is another.
  return sign(secret_, std::to_string(comment.id) + " " + std::to_string(comment.created));
}

std::optional<Permit> Editing::permit(const StoredComment &comment, Seconds now) const {
  const Seconds until = comment.created + window_;
  return comment.deleted || now >= until ? std::nullopt : std::optional(Permit{token(comment), until});
}

void Editing::require(const StoredComment &comment, const Request &request, Seconds now) const {
  if (!is_same_secret(bearer_token(request), token(comment)))
    throw Error(Code::not_yours, "Only who wrote this comment can change it.");
  if (!permit(comment, now))
    throw Error(Code::expired, "It is too late to change this comment.");
}

std::string editing_secret(soci::session &session) {
  std::string secret = random_token();
  session << "INSERT OR IGNORE INTO settings (name, value) VALUES ('editing', :secret)", soci::use(secret);
  session << "SELECT value FROM settings WHERE name = 'editing'", soci::into(secret);
  return secret;
}

} // namespace afterword::demo
