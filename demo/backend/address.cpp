#include "address.hpp"

#include "afterword/text/ascii.hpp"

namespace afterword::demo {

Address::Address(std::string_view url) : url_(url) {
  while (url_.ends_with('/'))
    url_.pop_back();
}

std::string Address::origin() const {
  const std::size_t start = url_.find("://");
  return text::to_ascii_lower(url_.substr(0, start == std::string::npos ? start : url_.find('/', start + 3)));
}

std::string Address::mail_host() const {
  const std::string all = origin();
  std::string host = all.substr(all.find("://") + 3);
  if (host.starts_with('['))
    return "[IPv6:" + host.substr(1, host.find(']'));
  host.erase(std::min(host.find(':'), host.size()));
  return host.find_first_not_of("0123456789.") == std::string::npos ? "[" + host + "]" : host;
}

Address stored_address(soci::session &session) {
  std::string url = "http://127.0.0.1:8080";
  session << "SELECT value FROM settings WHERE name = 'public_url'", soci::into(url);
  return Address(url);
}

void store_address(soci::session &session, const Address &address) {
  session << "INSERT INTO settings (name, value) VALUES ('public_url', :url) "
             "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      soci::use(address.url());
}

} // namespace afterword::demo
