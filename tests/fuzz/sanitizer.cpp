#include "afterword/html/sanitizer.hpp"

#include "html/grammar.hpp"
#include "target.hpp"

#include <cstddef>
#include <string>
#include <string_view>

using namespace afterword;

namespace {

/// How much longer than its input the result may be. What costs most: a quote becomes six bytes; `<h1>`
/// becomes a paragraph with a strong in it, 24 bytes for four; `<table>"` gets a body, a row and a cell, 54
/// for eight. All are below seven for one.
constexpr std::size_t most_growth = 7;

void check_result(std::string_view input) {
  const html::Markup once = html::sanitize(input);
  const std::string flaw = grammar::flaw(once.str());
  expect(flaw.empty(), "the result is in the grammar", flaw + "\n" + once.str());
  const html::Markup twice = html::sanitize(once.str());
  expect(twice == once, "sanitising the result changes nothing", once.str() + "\n" + twice.str());
  expect(once.str().size() <= most_growth * input.size(), "the result is at most seven times as long",
         once.str());
}

/// What was escaped as it should be stays where it is, text as text and attribute as attribute.
void check_escaped(std::string_view input) {
  std::string escaped;
  text::append_escaped(escaped, input);
  const std::string markup = "<p title=\"" + escaped + "\">" + escaped + "</p>";
  const html::Markup result = html::sanitize(markup);
  expect(result.str() == markup, "escaped text comes out as it was", markup + "\n" + result.str());
}

} // namespace

void check(std::string_view input) {
  check_result(input);
  check_escaped(input);
}
