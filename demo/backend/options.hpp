#pragma once
/// @file What the operator asked for on the command line.

#include "limits.hpp"

#include <stdexcept>
#include <string>
#include <vector>

namespace afterword::demo {

/// A command line that cannot be obeyed; the message is one line that says why.
class OptionError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

struct Options {
  std::string command; ///< serve, approve, delete, list, pin, unpin, badge, close, open or help
  std::string subject; ///< of close and open: the page; of the others that have one: the id of the comment
  std::string badge;   ///< of badge: author, moderator or none
  std::string host = "127.0.0.1";
  int port = 8080; ///< 0: any that is free
  std::string database = "afterword.db";
  std::string web = "web/dist";
  std::string pages = "demo/site";
  std::string public_url;           ///< empty: as bound
  std::vector<std::string> origins; ///< other origins that may use the API
  std::string smtp;                 ///< host and port of the mail server; empty: mails are only shown
  std::string from;                 ///< address that mails come from; empty: one at the public URL's host
  bool moderate = false;            ///< hold new comments until they are approved
  Limits limits;
  std::size_t most_streams = 128; ///< readers that are told what is new as it comes
  bool only_held = false;         ///< of list
};

/// @throws OptionError
Options read_options(const std::vector<std::string> &arguments);

/// What `--help` prints.
extern const char *const help;

} // namespace afterword::demo
