#include "options.hpp"

#include "afterword/rules/email.hpp"
#include "afterword/text/ascii.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace afterword::demo {

const char *const help = R"(afterword-demo: a blog with comments, and the backend behind it

  afterword-demo serve [options]    serve the site and the API
  afterword-demo list [--held]      list the comments, or those awaiting moderation: id, status, how
                                    often it was reported, date, page, name and text
  afterword-demo approve ID         publish a comment that awaits moderation
  afterword-demo delete ID          delete a comment; replies to it move up
  afterword-demo pin ID             show a comment before all others of its page
  afterword-demo unpin ID           show it in its order again
  afterword-demo badge ID BADGE     call its author `author` or `moderator`, or `none` of them
  afterword-demo close PAGE         take no more comments on PAGE
  afterword-demo open PAGE          take comments on PAGE again

  --database FILE     the SQLite database (afterword.db); it is made when missing

Options of serve:
  --host HOST         address to listen on (127.0.0.1)
  --port PORT         port to listen on (8080); 0 takes any that is free
  --web DIR           where the web part was built (web/dist)
  --pages DIR         the site's own pages (demo/site)
  --moderate          hold new comments until they are approved
  --links N           hold comments with more than N links (2); `any` holds none for its links
  --interval SECONDS  pause between two comments of one sender (15); 0: none. A sender is an e-mail
                      address or an IP address; behind a reverse proxy all readers have one IP
                      address, the proxy's (X-Forwarded-For is not believed), so set 0 there.
                      Votes and reports, 60 a minute from an IP address, are then not limited either
  --edit-window SECONDS  for how long the author of a comment can change or delete it (900); 0: not at all
  --most-streams N    readers who are told of new comments as they come (128); the others ask once in
                      a while. Each of them takes one of the 256 threads that answer
  --origin ORIGIN     another origin that may use the API, as https://example.org; may be repeated
  --public-url URL    what readers reach the site as, for links in mails
  --smtp HOST:PORT    send mails by this server too, as localhost:25, encrypted if it offers STARTTLS,
                      without a login; what it does not take is tried again for five days. Without
                      this option mails are only shown at /outbox. With it they still are, links to
                      confirm included: keep that page from the public
  --from ADDRESS      the sender of mails (no-reply@ the host of the public URL)
  --help              this text
)";

namespace {

/// A number from 0 to `most`. `instead` names the word that the option takes as well, if there is one.
int read_number(const std::string &option, const std::string &text, int most, const char *instead = "") {
  int number = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0 || number > most)
    throw OptionError(option + " takes a number from 0 to " + std::to_string(most) + instead + ", not \"" +
                      text + "\"");
  return number;
}

std::optional<std::size_t> read_links(const std::string &option, const std::string &text) {
  if (text == "any")
    return std::nullopt;
  return static_cast<std::size_t>(read_number(option, text, 999, " or the word any"));
}

/// An http(s) URL with a host; with `origin`, one that is nothing but scheme, host and port.
std::string read_url(const std::string &option, std::string url, bool origin) {
  const bool is_http =
      text::starts_with_ignoring_case(url, "http://") || text::starts_with_ignoring_case(url, "https://");
  while (url.ends_with('/') && !url.ends_with("//"))
    url.pop_back();
  const std::size_t host = url.find("//") + 2;
  const bool printable =
      std::all_of(url.begin(), url.end(), [](char c) { return c > 0x20 && c < 0x7F && c != '"'; });
  if (!is_http || !printable || host >= url.size() ||
      (origin && url.find_first_of("/?#@", host) != std::string::npos))
    throw OptionError(option + " takes " +
                      (origin ? "an origin such as https://example.org" : "an http(s) URL") + ", not \"" +
                      url + "\"");
  return origin ? text::to_ascii_lower(url) : url;
}

/// Host and port; the host is a name or an IP address, IPv6 in brackets.
std::string read_server(const std::string &option, const std::string &text) {
  const std::size_t colon = std::min(text.rfind(':'), text.size());
  const std::string host = text.substr(0, colon);
  const bool ipv6 = host.size() > 2 && host.front() == '[' && host.back() == ']';
  const std::string name = ipv6 ? host.substr(1, host.size() - 2) : host;
  const bool sound = !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
    return text::is_ascii_alphanumeric(c) || c == '.' || (ipv6 ? c == ':' : c == '-');
  });
  if (!sound || colon + 1 >= text.size())
    throw OptionError(option + " takes a host and a port, as localhost:25, not \"" + text + "\"");
  if (read_number(option + "'s port", text.substr(colon + 1), 65535) == 0)
    throw OptionError(option + "'s port cannot be 0");
  return text;
}

std::string read_address(const std::string &option, const std::string &text) {
  if (!rules::is_email(text))
    throw OptionError(option + " takes an e-mail address, not \"" + text + "\"");
  return text;
}

/// Takes what stands on the command line besides options.
void read_words(Options &options, const std::vector<std::string> &words) {
  static const std::map<std::string, std::vector<std::string>> operands = {
      {"serve", {}},     {"list", {}},      {"approve", {"ID"}},        {"delete", {"ID"}},
      {"pin", {"ID"}},   {"unpin", {"ID"}}, {"badge", {"ID", "BADGE"}}, {"close", {"PAGE"}},
      {"open", {"PAGE"}}};
  if (words.empty())
    throw OptionError(
        "say what to do: serve, list, approve, delete, pin, unpin, badge, close or open; --help "
        "explains them");
  options.command = words[0];
  const auto found = operands.find(options.command);
  if (found == operands.end())
    throw OptionError("there is no command \"" + options.command + "\"; --help lists them");
  if (words.size() != 1 + found->second.size()) {
    std::string line = options.command;
    for (const std::string &operand : found->second)
      line += " " + operand;
    throw OptionError("write it as: afterword-demo " + line + " [options]");
  }
  if (words.size() > 1)
    options.subject = words[1];
  if (words.size() > 2)
    options.badge = words[2];
  if (options.command == "badge" && options.badge != "author" && options.badge != "moderator" &&
      options.badge != "none")
    throw OptionError("a badge is author, moderator or none, not \"" + options.badge + "\"");
}

} // namespace

Options read_options(const std::vector<std::string> &arguments) {
  Options options;
  std::vector<std::string> words;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string option = arguments[i];
    if (option == "--help" || option == "-h" || option == "help") {
      options.command = "help";
      return options;
    }
    if (!option.starts_with("--")) {
      words.push_back(option);
      continue;
    }
    if (option == "--moderate" || option == "--held") {
      (option == "--moderate" ? options.moderate : options.only_held) = true;
      continue;
    }
    std::string value;
    if (const std::size_t equals = option.find('='); equals != std::string::npos) {
      value = option.substr(equals + 1);
      option.erase(equals);
    } else if (i + 1 < arguments.size()) {
      value = arguments[++i];
    }
    const std::map<std::string, std::string *> texts = {{"--host", &options.host},
                                                        {"--database", &options.database},
                                                        {"--web", &options.web},
                                                        {"--pages", &options.pages}};
    const auto text = texts.find(option);
    const bool known = text != texts.end() || option == "--port" || option == "--origin" ||
                       option == "--public-url" || option == "--links" || option == "--interval" ||
                       option == "--edit-window" || option == "--most-streams" || option == "--smtp" ||
                       option == "--from";
    if (!known)
      throw OptionError("there is no option " + option + "; --help lists them");
    if (value.empty())
      throw OptionError(option + " needs a value; --help shows which");
    if (text != texts.end())
      *text->second = value;
    else if (option == "--port")
      options.port = read_number(option, value, 65535);
    else if (option == "--links")
      options.limits.links = read_links(option, value);
    else if (option == "--interval")
      options.limits.interval = read_number(option, value, 86400);
    else if (option == "--edit-window")
      options.limits.editing = read_number(option, value, 604800);
    else if (option == "--most-streams")
      options.most_streams = static_cast<std::size_t>(read_number(option, value, 192));
    else if (option == "--smtp")
      options.smtp = read_server(option, value);
    else if (option == "--from")
      options.from = read_address(option, value);
    else if (option == "--origin")
      options.origins.push_back(read_url(option, value, true));
    else
      options.public_url = read_url(option, value, false);
  }
  read_words(options, words);
  return options;
}

} // namespace afterword::demo
