#include "cors.hpp"

#include "afterword/text/ascii.hpp"
#include "error.hpp"

#include <algorithm>
#include <utility>

namespace afterword::demo {

Cors::Cors(std::vector<std::string> origins, std::string own)
    : origins_(std::move(origins)), own_(std::move(own)) {}

bool Cors::is_allowed(const std::string &origin) const {
  return std::find(origins_.begin(), origins_.end(), origin) != origins_.end();
}

bool Cors::may_write(const Request &request) const {
  const std::string origin = request.header("origin");
  const std::string host = text::to_ascii_lower(request.header("host"));
  // Behind a proxy that ends TLS the scheme is not ours to know; the host is.
  return origin.empty() || origin == own_ || (!host.empty() && origin == "http://" + host) ||
         (!host.empty() && origin == "https://" + host) || is_allowed(origin);
}

void Cors::mark(const Request &request, Response &response) const {
  // Always, so that no cache gives one origin's answer to another:
  // https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
  response.headers.emplace_back("Vary", "Origin");
  const std::string origin = request.header("origin");
  if (origin.empty() || !is_allowed(origin))
    return;
  response.headers.emplace_back("Access-Control-Allow-Origin", origin);
  response.headers.emplace_back("Access-Control-Expose-Headers", "Retry-After, ETag");
}

Response Cors::preflight(const Request &request, const std::string &methods) const {
  if (!may_write(request))
    throw Error(Code::origin_not_allowed, "This site does not take requests from that origin.");
  Response response;
  response.status = 204;
  response.headers = {{"Allow", methods + ", OPTIONS"},
                      {"Access-Control-Allow-Methods", methods},
                      {"Access-Control-Allow-Headers", "Content-Type, Authorization, If-None-Match"},
                      {"Access-Control-Max-Age", "7200"}};
  return response;
}

} // namespace afterword::demo
