#pragma once
/// @file Where the demo is reached from outside: what links in mails begin with.

#include <soci/soci.h>
#include <string>
#include <string_view>

namespace afterword::demo {

/// The public URL of the demo, taken apart.
class Address {
public:
  /// @param url scheme, host and port, as `http://127.0.0.1:8080`; a slash at its end is dropped
  explicit Address(std::string_view url);

  /// The URL without a slash at its end.
  [[nodiscard]] const std::string &url() const noexcept { return url_; }
  /// Scheme, host and port.
  /// @see https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
  [[nodiscard]] std::string origin() const;
  /// The host as a mail address has it: IP addresses stand in brackets.
  /// @see https://www.rfc-editor.org/rfc/rfc5321#section-4.1.3
  [[nodiscard]] std::string mail_host() const;

private:
  std::string url_;
};

/// The address that the last server used, for the subcommands, which are not told.
Address stored_address(soci::session &session);

/// Keeps `address` for them.
void store_address(soci::session &session, const Address &address);

} // namespace afterword::demo
