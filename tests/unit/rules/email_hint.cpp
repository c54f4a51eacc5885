#include "afterword/rules/email_hint.hpp"

#include "catch.hpp"

#include <string>

using afterword::rules::email_hint;

TEST_CASE("a slip of the finger in a common domain is asked about") {
  const struct {
    std::string_view typed;
    std::string_view meant;
  } cases[] = {
      {"ada@gmial.com", "ada@gmail.com"},          {"Ada.L+x@GMAL.COM", "Ada.L+x@gmail.com"},
      {"ada@gmail.co", "ada@gmail.com"},           {"ada@gmail.cm", "ada@gmail.com"},
      {"ada@gmailcom", "ada@gmail.com"},           {"ada@gnail.com", "ada@gmail.com"},
      {"ada@googlmail.com", "ada@googlemail.com"}, {"ada@hotmial.com", "ada@hotmail.com"},
      {"ada@hotmal.co.uk", "ada@hotmail.co.uk"},   {"ada@yaho.com", "ada@yahoo.com"},
      {"ada@yahooo.com", "ada@yahoo.com"},         {"ada@yahoo.co.ku", "ada@yahoo.co.uk"},
      {"ada@outlok.com", "ada@outlook.com"},       {"ada@outloook.com", "ada@outlook.com"},
      {"ada@iclould.com", "ada@icloud.com"},       {"ada@protonmial.com", "ada@protonmail.com"},
      {"ada@orage.fr", "ada@orange.fr"},           {"ada@libro.it", "ada@libero.it"},
      {"ada@yandx.ru", "ada@yandex.ru"},           {"ada@comcat.net", "ada@comcast.net"},
  };
  for (const auto &[typed, meant] : cases)
    CHECK(email_hint(typed) == meant);
}

TEST_CASE("an ending that nothing ends in is asked about in any domain") {
  CHECK(email_hint("ada@gmail.con") == "ada@gmail.com");
  CHECK(email_hint("ada@gmial.vom") == "ada@gmail.com");
  CHECK(email_hint("ada@mail.analytical-engine.cmo") == "ada@mail.analytical-engine.com");
  CHECK(email_hint("ada@gmx.ney") == "ada@gmx.net");
  CHECK(email_hint("ada@ymail.comm") == "ada@ymail.com");
  CHECK(email_hint("ada@AOL.OCM") == "ada@aol.com");
  CHECK(email_hint("ada@" + std::string(60, 'a') + ".con") == "ada@" + std::string(60, 'a') + ".com");
}

TEST_CASE("no domain that is somebody's is taken for a slip") {
  for (const std::string_view domain :
       {"gmail.com",      "googlemail.com", "hotmail.com",    "outlook.com",
        "yahoo.com",      "icloud.com",     "live.com",       "aol.com",
        "msn.com",        "gmx.de",         "gmx.net",        "gmx.at",
        "gmx.ch",         "gmx.com",        "web.de",         "proton.me",
        "protonmail.com", "pm.me",          "yahoo.co.uk",    "hotmail.co.uk",
        "mail.ru",        "yandex.ru",      "qq.com",         "163.com",
        "126.com",        "orange.fr",      "free.fr",        "libero.it",
        "comcast.net",    "me.com",         "mac.com",        "mail.com",
        "ymail.com",      "email.com",      "cloud.com",      "email.de",
        "hotmail.fr",     "hotmail.de",     "hotmail.it",     "hotmail.ca",
        "hotmail.cl",     "hotmail.com.ar", "hotmail.co.jp",  "hotmail.co.th",
        "outlook.fr",     "outlook.de",     "outlook.cl",     "outlook.com.br",
        "yahoo.ca",       "yahoo.fr",       "yahoo.de",       "yahoo.co.in",
        "yahoo.co.jp",    "yahoo.co.nz",    "yahoo.com.br",   "yahoo.com.au",
        "protonmail.ch",  "yandex.com",     "yandex.by",      "foxmail.com",
        "fastmail.com",   "hushmail.com",   "rocketmail.com", "rediffmail.com",
        "yopmail.com",    "popmail.com",    "qmail.com",      "online.de",
        "t-online.de",    "laposte.net",    "wanadoo.fr",     "naver.com",
        "hanmail.net",    "inbox.lv",       "seznam.cz",      "wp.pl",
        "bk.ru",          "live.co.uk",     "live.fr",        "example.org",
        "example.com",    "company.co",     "tools.cm",       "a.om"})
    CHECK(email_hint("ada@" + std::string(domain)).empty());
  CHECK(email_hint("ada@GMAIL.COM").empty());
}

TEST_CASE("what has no domain has no hint") {
  for (const std::string_view address :
       {"", "ada", "@", "ada@", "ada@.", "gmial.com", "ada@gmial@", "ada@con"})
    CHECK(email_hint(address).empty());
}
