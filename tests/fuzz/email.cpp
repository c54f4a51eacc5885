#include "afterword/rules/email.hpp"

#include "afterword/text/trim.hpp"
#include "target.hpp"

#include <regex>
#include <string>
#include <string_view>

using namespace afterword;

namespace {

/// The expression that the HTML standard gives for its production, to the letter.
/// @see https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
const std::regex &standard_expression() {
  static const std::regex expression(
      R"(^[a-zA-Z0-9.!#$%&'*+\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)"
      R"((?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$)");
  return expression;
}

} // namespace

void check(std::string_view input) {
  const bool is_email = rules::is_email(input);
  // https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1
  const bool is_short = input.size() <= 254 && input.find('@') <= 64;
  const std::string address(input);
  expect(!is_email || is_short, "an address is short enough to be mailed to", address);
  expect(!is_email || text::trim(input) == input, "an address is trimmed", address);
  if (is_short)
    expect(std::regex_match(address, standard_expression()) == is_email, "the standard says the same",
           address);
}
