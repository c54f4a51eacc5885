#include "afterword/rules/name.hpp"

#include "catch.hpp"

#include <cstdint>
#include <iterator>
#include <string>

using afterword::rules::neutralize;

TEST_CASE("names of people stay as they are") {
  for (const std::string_view name :
       {"Ada Lovelace", "Renée O’Connor-Smith", "Jean-Luc d'Arc", "Þórdís Sæmundsdóttir", "Łukasz Żółć",
        "José María",
        "Nguyễn Thị Hồng Nhung",                                   // composed
        "Nguye\xCC\x82\xCC\x83n Thi\xCC\xA3 Ho\xCC\x82\xCC\x80ng", // decomposed
        "Ελένη Παπαδοπούλου",
        "\xCE\xB1\xCC\x93\xCC\x81\xCD\x85", // alpha with breathing, accent and iota
        "Иван Щербаков", "Ґалаґан Їжакевич", "Հայկ Սարգսյան", "გიორგი", "מֹשֶׁה בֶּן־עַמְרָם",
        "\xD7\xA9\xD6\xBC\xD7\x81\xD6\xB8\xD6\x94", // shin with its dot, dagesh, vowel and accent
        "محمد بن عبد اللّٰه", "مُحَمَّد", "فاطمة الزهراء", "أحمد", "نوید آزاده",
        "\xD8\xB9\xD9\x84\xDB\x8C\xE2\x80\x8C\xD8\xB1\xD8\xB6\xD8\xA7", // Ali-Reza, Persian, with a
                                                                        // non-joiner
        "\xDC\x90\xDC\xA6\xDC\xAA\xDC\xB2\xDC\xA1",                     // Ephrem, Syriac
        "अनिल क्षत्रिय", "ऋषिकेश ज़्याँ", "শ্রীমতী চট্টোপাধ্যায়", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ", "હર્ષદ", "தமிழ்ச்செல்வி", "శ్రీనివాస్",
        "ಶ್ರೀಕಾಂತ್", "ശ്രീജിത്ത്",
        "\xE0\xA4\xB0\xE0\xA5\x8D\xE2\x80\x8D\xE0\xA4\xAF", // Marathi, ra with an eyelash
        "\xE0\xB6\x9A\xE0\xB7\x8F\xE0\xB6\xBD\xE0\xB7\x8A\xE2\x80\x8D\xE0\xB6\xBA", // Sinhala, ya behind a
                                                                                    // joiner
        "\xE0\xB4\xB0\xE0\xB4\xBE\xE0\xB4\x9C\xE0\xB4\xA8\xE0\xB5\x8D\xE2\x80\x8D", // Malayalam, an old final
                                                                                    // n
        "สมชาย ใจดี", "น้ำฝน กตัญญูกุล", "ก้ำปั่น", "ສົມສັກ ແກ້ວມະນີ", "အောင်ဆန်းစုကြည်", "မြှုံ့", "សុខ សុភាព", "བསྟན་འཛིན་རྒྱ་མཚོ",
        "አበበ ቢቂላ", "山田 太郎", "王小明", "김민수", "やまだ が",
        "\xE3\x81\x8B\xE3\x82\x99",                         // ka with a voicing mark
        "渡\xE9\x82\x8A\xF3\xA0\x84\x84",                   // Watanabe, in the shape that the family writes
        "\xE1\xA0\xAE\xE1\xA0\xA0\xE1\xA0\xA8\xE1\xA0\x8B", // Mongolian, with a selector
        "Ada 👩\xE2\x80\x8D💻", "👨\xE2\x80\x8D👩\xE2\x80\x8D👧", "❤\xEF\xB8\x8F\xE2\x80\x8D🔥",
        "🏳\xEF\xB8\x8F\xE2\x80\x8D🌈", "👍🏽", "🇺🇦", "☕\xEF\xB8\x8F", "©\xEF\xB8\x8F",
        "Player 1\xEF\xB8\x8F\xE2\x83\xA3", "x_X_dragon_X_x", "<b>&amp;"}) {
    INFO(name);
    CHECK(neutralize(name) == name);
  }
}

TEST_CASE("what could reach beyond a name is taken out") {
  const struct {
    std::string_view in;
    std::string_view out;
  } cases[] = {
      {"", ""},
      {"  Ada \t\r\n Lovelace ", "Ada Lovelace"},
      {"Ada\xC2\xA0\xE3\x80\x80Lovelace", "Ada Lovelace"},
      {"Ada\xE2\x80\xA8\xE2\x80\xA9Lovelace", "Ada Lovelace"},               // line and paragraph separators
      {"\xE2\xA0\x81\xE2\xA0\x80\xE2\xA0\x83", "\xE2\xA0\x81 \xE2\xA0\x83"}, // braille
      {std::string_view("A\0d\x07\x1B\x7F\xC2\x9B"
                        "a",
                        9),
       "Ada"},
      {"Ada\xE2\x80\xAEnimda", "Adanimda"}, // a right-to-left override
      {"\xE2\x80\xAA\xE2\x80\xAB\xE2\x80\xAC\xE2\x80\xAD"
       "A",
       "A"},
      {"A\xE2\x81\xA6\xE2\x81\xA7\xE2\x81\xA8\xE2\x81\xA9", "A"}, // isolates
      {"A\xE2\x80\x8E\xE2\x80\x8F\xD8\x9C", "A"},                 // marks of direction
      {"A\xE2\x80\x8B"
       "d\xEF\xBB\xBF"
       "a\xC2\xAD\xE2\x81\xA0",
       "Ada"}, // zero widths
      {"A\xEF\xBF\xB9"
       "d\xEF\xBF\xBA"
       "a\xEF\xBF\xBB",
       "Ada"},                                      // annotation
      {"A\xF3\xA0\x81\xA1\xF3\xA0\x81\xBF", "A"},   // tags
      {"\xE3\x85\xA4\xEF\xBE\xA0\xE1\x85\x9F", ""}, // fillers
      {"A\xE2\x80\x8D"
       "d\xE2\x80\x8C"
       "a\xEF\xB8\x8F",
       "Ada"}, // joiners that join nothing
      {"\xD0\x98\xE2\x80\x8D\xD0\xB2", "\xD0\x98\xD0\xB2"},
      {"\xE5\xB1\xB1\xE2\x80\x8D\xE7\x94\xB0", "\xE5\xB1\xB1\xE7\x94\xB0"},
      {"\xD8\xA7\xE2\x80\x8C \xE2\x80\x8D\xD8\xA7", "\xD8\xA7 \xD8\xA7"},
      {"\xD8\xA7\xE2\x80\x8C\xE2\x80\x8C\xE2\x80\x8D\xD8\xA7", "\xD8\xA7\xE2\x80\x8D\xD8\xA7"},
      {"\xE2\x98\x95\xEF\xB8\x8F\xEF\xB8\x8F\xEF\xB8\x8F", "\xE2\x98\x95\xEF\xB8\x8F"},
      {"\xD8\xA7\xE2\x80\x8C"
       "A",
       "\xD8\xA7"
       "A"},
      {"\xE2\x98\x95\xE2\x80\x8D\xEF\xB8\x8F\xE2\x98\x95", "\xE2\x98\x95\xE2\x80\x8D\xE2\x98\x95"},
      {"1\xEF\xB8\x8F"
       "2",
       "12"},
      {"A\xFF"
       "da\xF0\x9F",
       "A\xEF\xBF\xBD"
       "da\xEF\xBF\xBD"},
      {"\xC0\xBC\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xCC\x81"
       "Ada",
       "Ada"}, // a mark that would stand on what is before the name
  };
  for (const auto &[in, out] : cases) {
    INFO(in);
    CHECK(neutralize(in) == out);
  }
}

TEST_CASE("a letter carries four marks and no more") {
  for (const std::string mark :
       {"\xCC\x81", "\xCD\x82", "\xE0\xB9\x87", "\xD9\x91", "\xD6\xB4", "\xE2\x83\x9D", "\xE1\xB7\x84",
        "\xEF\xB8\xA0", "\xE0\xBB\x8A", "\xEA\x99\xB0", "\xD2\x89"}) {
    std::string piled = "A";
    for (int i = 0; i < 50; ++i)
      piled += mark + (i % 7 == 0 ? "\xE2\x80\x8D" : i % 7 == 1 ? "\xEF\xB8\x8F" : ""); // no way around it
    std::string out = neutralize(piled + "b");
    std::size_t marks = 0;
    for (std::size_t at = out.find(mark); at != std::string::npos; at = out.find(mark, at + 1))
      ++marks;
    INFO(out);
    CHECK(marks == 4);
    CHECK(out.back() == 'b');
  }
}

TEST_CASE("to neutralize a name twice changes nothing more") {
  static constexpr const char *pieces[] = {"A",
                                           "1",
                                           " ",
                                           "\t",
                                           "\xC2\xA0",
                                           "\xE2\x80\xA8",
                                           "\x07",
                                           "\xC2\x85",
                                           "\xC2\xA9",
                                           "\xC2\xAD",
                                           "\xCC\x81",
                                           "\xCD\x8F",
                                           "\xD0\x98",
                                           "\xD7\xA9",
                                           "\xD6\xBC",
                                           "\xD8\xA7",
                                           "\xD9\x91",
                                           "\xE0\xA4\xB0",
                                           "\xE0\xA5\x8D",
                                           "\xE0\xB5\x8D",
                                           "\xE0\xB8\x81",
                                           "\xE0\xB9\x87",
                                           "\xE1\xA0\xA0",
                                           "\xE1\xA0\x8B",
                                           "\xE1\xA0\x8E",
                                           "\xE2\x80\x8B",
                                           "\xE2\x80\x8C",
                                           "\xE2\x80\x8D",
                                           "\xE2\x80\xAE",
                                           "\xE2\x81\xA6",
                                           "\xE2\x83\xA3",
                                           "\xE2\x98\x95",
                                           "\xE2\xA0\x80",
                                           "\xE3\x80\x80",
                                           "\xE3\x82\x99",
                                           "\xE3\x85\xA4",
                                           "\xE5\xB1\xB1",
                                           "\xEA\xB0\x80",
                                           "\xEF\xB8\x8E",
                                           "\xEF\xB8\x8F",
                                           "\xEF\xBB\xBF",
                                           "\xEF\xBF\xB9",
                                           "\xEF\xBF\xBD",
                                           "\xF0\x9F\x91\xA9",
                                           "\xF0\x9F\x8F\xBD",
                                           "\xF3\xA0\x81\xA1",
                                           "\xF3\xA0\x84\x80",
                                           "\xFF",
                                           "\xE2\x80",
                                           "\xF0\x9F"};
  std::uint32_t seed = 12345;
  for (int round = 0; round < 20'000; ++round) {
    std::string soup;
    const std::uint32_t length = 1 + static_cast<std::uint32_t>(round) % 16;
    for (std::uint32_t i = 0; i < length; ++i) {
      seed = seed * 1664525u + 1013904223u;
      soup += pieces[(seed >> 8) % std::size(pieces)];
    }
    const std::string once = neutralize(soup);
    INFO(soup);
    REQUIRE(neutralize(once) == once);
    REQUIRE(afterword::text::is_utf8(once));
    REQUIRE(afterword::text::trim(once) == once);
    REQUIRE((once.empty() || !afterword::text::is_blank(once)));
    for (const char *banned :
         {"  ", "\t", "\x07", "\xC2\x85", "\xC2\xA0", "\xC2\xAD", "\xE2\x80\xA8", "\xE2\x80\xAE",
          "\xE2\x81\xA6", "\xE2\x80\x8B", "\xEF\xBB\xBF", "\xEF\xBF\xB9", "\xF3\xA0\x81\xA1", "\xE3\x85\xA4"})
      REQUIRE(once.find(banned) == std::string::npos);
  }
}
