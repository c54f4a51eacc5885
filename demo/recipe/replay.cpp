#include "replay.hpp"

#include "../backend/file.hpp"
#include "outcome.hpp"
#include "printable.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>
#include <stdexcept>
#include <vector>

namespace afterword::recipe {

namespace {

using Expectations = std::map<std::string, std::string>;

constexpr const char *expectations_name = "expect.json";

std::vector<std::string> names_in(const std::string &folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto &entry : std::filesystem::directory_iterator(folder, error))
    if (const std::string name = entry.path().filename().string();
        name.ends_with(".json") && name != expectations_name)
      names.push_back(name);
  if (error)
    throw std::runtime_error("cannot read the folder " + folder + ": " + error.message());
  if (names.empty())
    throw std::runtime_error("there is no recorded reply in " + folder +
                             "; they are called OPERATION.CASE.json");
  std::sort(names.begin(), names.end());
  return names;
}

Expectations expectations_in(const std::string &folder) {
  Expectations expectations;
  const auto file = demo::read_file(folder + "/" + expectations_name);
  if (!file)
    return expectations;
  backend::Json json;
  if (!backend::parse_json(file->content, json) || json.type != backend::Json::Type::object)
    throw std::runtime_error(folder + "/" + expectations_name + " is no JSON object");
  for (const backend::Json &each : json.items)
    expectations[each.key] = each.text;
  return expectations;
}

/// Whether `text` is what was expected, or begins with it and goes into detail.
bool is_as_expected(const std::string &text, const std::string &expected) {
  return text.starts_with(expected) &&
         (text.size() == expected.size() ||
          std::string_view(" ,:").find(text[expected.size()]) != std::string::npos);
}

/// Whether the case's name says that no proper reply is meant.
bool means_no_reply(const std::string &name) {
  return name.ends_with("server-error") || name.ends_with("rest-off");
}

} // namespace

Tally replay(const backend::Recipe &recipe, const std::string &folder, bool verbose, std::ostream &out) {
  const std::vector<std::string> names = names_in(folder);
  Expectations expectations = expectations_in(folder);
  std::size_t width = 0;
  for (const std::string &name : names)
    width = std::max(width, name.size());
  Tally tally;
  for (const std::string &file_name : names) {
    const std::string name = file_name.substr(0, file_name.size() - 5);
    const auto file = demo::read_file(std::filesystem::path(folder) / file_name);
    const auto recording = file ? read_recording(file->content) : std::nullopt;
    out << printable(file_name) << std::string(width - file_name.size() + 2, ' ');
    if (!recording) {
      ++tally.read;
      ++tally.mistakes;
      out << "MISTAKE: is no recorded reply; web/recipes/README.md says what that is\n";
      continue;
    }
    const Outcome outcome = read(recipe, *recording);
    const auto listed = expectations.find(name);
    const std::string expected = listed != expectations.end() ? listed->second : recording->expect;
    if (listed != expectations.end())
      expectations.erase(listed);
    const bool is_wrong = !expected.empty() ? !is_as_expected(outcome.text, expected)
                                            : outcome.is_mistake && !means_no_reply(name);
    out << recording->response.status << "  ";
    if (outcome.is_skipped) {
      ++tally.skipped;
      out << "skipped: " << outcome.text << '\n';
      continue;
    }
    ++tally.read;
    tally.mistakes += is_wrong ? 1 : 0;
    out << (is_wrong ? "MISTAKE: " : "") << outcome.text;
    if (is_wrong && !expected.empty())
      out << " (expected: " << printable(expected) << ')';
    out << '\n';
    if (verbose)
      for (const std::string &detail : outcome.details)
        out << "    " << detail << '\n';
  }
  for (const auto &[name, expected] : expectations) {
    ++tally.mistakes;
    out << "MISTAKE: " << expectations_name << " expects " << printable(name) << ", which is not there\n";
  }
  return tally;
}

} // namespace afterword::recipe
