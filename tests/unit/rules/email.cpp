#include "afterword/rules/email.hpp"

#include "afterword/text/trim.hpp"
#include "afterword/text/utf8.hpp"
#include "catch.hpp"
#include "corpora.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>

using afterword::rules::is_email;

namespace {

/// The HTML standard's own words, as a browser would run them.
bool is_html_email(const std::string &address) {
  static const std::regex production(
      "^[a-zA-Z0-9.!#$%&'*+\\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
      "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$");
  return std::regex_match(address, production);
}

/// One case of isemail.
struct IsEmailCase {
  int id;
  std::string address;
  std::string category;
};

/// What stands in the first `<name>` of `xml`; its references to characters resolved.
std::string read_element(const std::string &xml, const std::string &name) {
  const std::size_t begin = xml.find("<" + name + ">");
  if (begin == std::string::npos)
    return {};
  const std::size_t first = begin + name.size() + 2;
  std::string raw = xml.substr(first, xml.find("</" + name + ">", first) - first);
  for (const auto &[reference, character] :
       std::map<std::string, std::string>{{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
    for (std::size_t at = raw.find(reference); at != std::string::npos; at = raw.find(reference, at + 1))
      raw.replace(at, reference.size(), character);
  std::string out;
  for (std::size_t at = 0; at < raw.size();) {
    if (raw.compare(at, 3, "&#x") == 0) {
      const auto value = static_cast<char32_t>(std::stoul(raw.substr(at + 3), nullptr, 16));
      // U+2400 and what follows are pictures of the controls, which XML cannot hold.
      afterword::text::append(out, value >= 0x2400 && value <= 0x2421 ? value - 0x2400 : value);
      at = raw.find(';', at) + 1;
    } else {
      out.push_back(raw[at++]);
    }
  }
  return out;
}

std::vector<IsEmailCase> read_isemail() {
  std::vector<IsEmailCase> cases;
  const auto corpus = find_corpus("isemail");
  if (!corpus)
    return cases;
  const std::string xml = read_case(*corpus / "tests.xml");
  for (std::size_t at = xml.find("<test id=\""); at != std::string::npos;) {
    const std::size_t next = xml.find("<test id=\"", at + 1);
    const std::string test = xml.substr(at, next - at);
    cases.push_back(
        {std::stoi(test.substr(10)), read_element(test, "address"), read_element(test, "category")});
    at = next;
  }
  CHECK(cases.size() == 164);
  return cases;
}

} // namespace

TEST_CASE("an e-mail address is what the HTML standard says") {
  for (const std::string_view address : {"a@b", "ada@example.org", "a.b+c@sub.example.co.uk",
                                         "!#$%&'*+/=?^_`{|}~-@x", ".a@b", "a..b@c", "a@1.2"})
    CHECK(is_email(address));
  for (const std::string_view address :
       {"", "a", "@b", "a@", "a@b.", "a@.b", "a@-b", "a@b-", "a@b_c", "a b@c", "a@b@c", "a@b c", "\"a\"@b",
        "a@[1.2.3.4]", "a@b..c", "\xC3\xA9@b", "a@\xC3\xA9"})
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

TEST_CASE("addresses in other scripts are taken when they are asked for") {
  for (const std::string_view address :
       {"用户@例子.广告", "अजय@डाटा.भारत", "квіточка@пошта.укр", "χρήστης@παράδειγμα.ελ",
        "Dörte@Sörensen.example.com", "коля@пример.рф", "مثال@موقع.عرب", "김@example.kr",
        "ada@xn--fsqu00a.example"}) {
    CHECK(is_email(address, true));
    CHECK(is_email(address) == (address == "ada@xn--fsqu00a.example"));
  }
  for (const std::string_view address : {"é",
                                         "é@",
                                         "@é",
                                         "é@é.",
                                         "é@-é",
                                         "é é@b",
                                         "é@b\xC2\xA0",
                                         "a\xE2\x80\x8B@b",
                                         "a\xE2\x80\xAE@b",
                                         "a\xC2\x85@b",
                                         "a\xD8\x9C@b",
                                         "a@b\xE3\x85\xA4",
                                         "a\xF3\xA0\x81\xA1@b",
                                         "a@b\xE2\x80\x8F.c",
                                         "a@b\xE2\x80\x8D"
                                         "c",
                                         "a\xFF@b",
                                         "a@b\xC3",
                                         "a\xEF\xBC\xA0"
                                         "b@c",
                                         "a@b\xE3\x80\x82"
                                         "c",
                                         "a@b\xEF\xBC\x8E"
                                         "c",
                                         "a@b\xEF\xBC\x8F"
                                         "c",
                                         "a@b_é"})
    CHECK_FALSE(is_email(address, true));
}

TEST_CASE("addresses in other scripts are measured in bytes") {
  std::string local;
  for (int i = 0; i < 32; ++i)
    local += "é";
  CHECK(is_email(local + "@b", true));
  CHECK_FALSE(is_email(local + "a@b", true));
  CHECK(is_email("a@" + local.substr(2) + "b", true));
  CHECK_FALSE(is_email("a@" + local, true));
}

TEST_CASE("the web platform tests of <input type=email>", "[corpora]") {
  const auto corpus = find_corpus("wpt-email");
  if (!corpus)
    return;
  std::size_t cases = 0;
  for (const auto &entry : nlohmann::json::parse(read_case(*corpus / "cases.json"))) {
    ++cases;
    if (entry["type"] != "email") // the others are in website.cpp
      continue;
    std::string rest = entry["value"];
    INFO(rest);
    bool is_mismatch = false;
    while (!rest.empty()) { // several addresses stand between commas
      const std::size_t end = entry["multiple"] ? std::min(rest.find(','), rest.size()) : rest.size();
      is_mismatch |= !is_email(afterword::text::trim(std::string_view(rest).substr(0, end)));
      rest.erase(0, end + 1);
    }
    CHECK(is_mismatch == entry["mismatch"].get<bool>());
  }
  CHECK(cases == 13);
}

TEST_CASE("isemail's verdict, and where the HTML standard differs", "[corpora]") {
  const std::set<std::string> mailable = {"ISEMAIL_VALID_CATEGORY", "ISEMAIL_DNSWARN", "ISEMAIL_RFC5321"};
  const std::map<std::string, std::set<int>> by_design = {
      {"a dot at an end of the local part: HTML takes it, and some providers had given such addresses out",
       {15, 16}},
      {"a quoted local part: SMTP has it, HTML and the people have not", {42, 43, 45, 46, 48, 55}},
      {"a number in brackets for a domain: SMTP has it, HTML has not", {61, 68, 72, 75, 77, 79, 81}},
  };
  std::set<int> expected;
  for (const auto &[reason, ids] : by_design)
    expected.insert(ids.begin(), ids.end());
  std::set<int> found;
  const auto cases = read_isemail();
  for (const IsEmailCase &c : cases)
    if (is_email(c.address) != (mailable.count(c.category) == 1))
      found.insert(c.id);
  if (!cases.empty())
    CHECK(found == expected);
}

TEST_CASE("isemail's addresses by the HTML standard's production", "[corpora]") {
  const std::set<int> too_long = {26, 39, 40, 41}; // for SMTP; the production has no lengths but of labels
  std::set<int> found;
  const auto cases = read_isemail();
  for (const IsEmailCase &c : cases)
    if (is_email(c.address) != is_html_email(c.address)) {
      CHECK_FALSE(is_email(c.address));
      found.insert(c.id);
    }
  if (!cases.empty())
    CHECK(found == too_long);
}

TEST_CASE("asking for other scripts changes nothing for ASCII", "[corpora]") {
  for (const IsEmailCase &c : read_isemail())
    CHECK(is_email(c.address) == is_email(c.address, true));
}
