#include "api.hpp"

#include "afterword/text/utf8.hpp"
#include "error.hpp"
#include "failure.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace afterword::demo {

struct Api::Route {
  std::string_view method;
  std::string_view path; ///< a `*` in it is one segment, whatever that says
  Handler handler;

  [[nodiscard]] bool is_at(std::string_view address) const noexcept {
    const std::size_t star = path.find('*');
    if (star == std::string_view::npos)
      return address == path;
    const std::string_view end = path.substr(star + 1);
    return address.size() > star + end.size() && address.starts_with(path.substr(0, star)) &&
           address.ends_with(end) &&
           address.substr(star, address.size() - star - end.size()).find('/') == std::string_view::npos;
  }
};

Api::Api(Database &database, Streams &streams, Address address, Cors cors, Editing editing, bool moderate,
         Limits limits)
    : database_(database), streams_(streams), address_(std::move(address)), cors_(std::move(cors)),
      editing_(std::move(editing)), moderate_(moderate), limits_(limits) {}

Response Api::handle(const Request &request) {
  Response response;
  try {
    response = route(request);
  } catch (...) {
    response = answer_failure(std::current_exception());
  }
  cors_.mark(request, response);
  return response;
}

Response Api::route(const Request &request) {
  static constexpr std::array<Route, 17> routes = {{
      {"GET", "/api/comments", &Api::list},
      {"POST", "/api/comments", &Api::create},
      {"PUT", "/api/comments/*", &Api::edit},
      {"DELETE", "/api/comments/*", &Api::remove},
      {"PUT", "/api/comments/*/vote", &Api::vote},
      {"POST", "/api/comments/*/reports", &Api::report},
      {"POST", "/api/preview", &Api::preview},
      {"GET", "/api/updates", &Api::updates},
      {"GET", "/api/events", &Api::events},
      {"GET", "/api/counts", &Api::counts},
      {"GET", "/api/recent", &Api::recent},
      {"GET", "/api/subscriptions", &Api::followers},
      {"POST", "/api/subscriptions", &Api::subscribe},
      {"GET", "/api/subscriptions/confirm", &Api::confirm_page},
      {"POST", "/api/subscriptions/confirm", &Api::confirm},
      {"GET", "/api/subscriptions/unsubscribe", &Api::unsubscribe_page},
      {"POST", "/api/subscriptions/unsubscribe", &Api::unsubscribe},
  }};
  const std::string_view method = request.method == "HEAD" ? "GET" : std::string_view(request.method);
  std::string methods;
  const Route *found = nullptr;
  for (const Route &route : routes) {
    if (!route.is_at(request.path))
      continue;
    methods +=
        (methods.empty() ? "" : ", ") + std::string(route.method == "GET" ? "GET, HEAD" : route.method);
    if (route.method == method)
      found = &route;
  }
  if (methods.empty())
    throw Error(Code::not_found, "There is nothing at this address.");
  if (method == "OPTIONS")
    return cors_.preflight(request, methods);
  if (found == nullptr) {
    Response response = answer(Error(Code::method_not_allowed, "This address takes " + methods + " only."));
    response.headers.emplace_back("Allow", methods + ", OPTIONS");
    return response;
  }
  for (const auto &[key, value] : request.parameters)
    if (!text::is_utf8(key) || !text::is_utf8(value))
      throw Error(Code::invalid_utf8, "The query is not valid UTF-8.");
  if (method != "GET" && !cors_.may_write(request))
    throw Error(Code::origin_not_allowed, "This site does not take requests from that origin.");
  if (request.body_state == Request::BodyState::too_large)
    throw Error(Code::too_large, "The body is larger than 64 KiB.");
  if (request.body_state == Request::BodyState::broken)
    throw Error(Code::bad_request, "The body ended too early, or its encoding is broken.");
  return (this->*found->handler)(request);
}

} // namespace afterword::demo
