#include "afterword/rules/email.hpp"

#include "catch.hpp"

#include <string>

using afterword::rules::is_email;

TEST_CASE("an e-mail address is what the HTML standard says") {
  for (const std::string_view address : {"a@b", "ada@example.org", "a.b+c@sub.example.co.uk",
                                         "!#$%&'*+/=?^_`{|}~-@x", ".a@b", "a..b@c", "a@1.2"})
    CHECK(is_email(address));
  for (const std::string_view address :
       {"", "a", "@b", "a@", "a@b.", "a@.b", "a@-b", "a@b-", "a@b_c", "a b@c", "a@b@c", "a@b c", "\"a\"@b",
        "a@[1.2.3.4]", "a@b..c", "\xC3\xA9@b"})
    CHECK_FALSE(is_email(address));
}

TEST_CASE("an address that no mail could reach is none") {
  const std::string label(63, 'b');
  CHECK(is_email(std::string(64, 'a') + "@b"));
  CHECK_FALSE(is_email(std::string(65, 'a') + "@b"));
  CHECK(is_email("a@" + label));
  CHECK_FALSE(is_email("a@b" + label));
  CHECK(is_email("ab@" + label + "." + label + "." + label + "." + std::string(59, 'c')));
  CHECK_FALSE(is_email("ab@" + label + "." + label + "." + label + "." + std::string(60, 'c')));
}
