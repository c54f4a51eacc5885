#include "mail.hpp"

#include "afterword/text/ascii.hpp"
#include "afterword/text/utf8.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace afterword::demo {

namespace {

/// `moment` as mail headers write it, in UTC: "Tue, 24 Nov 2026 10:00:00 +0000".
/// @see https://www.rfc-editor.org/rfc/rfc5322#section-3.3
std::string header_date(Seconds moment) {
  static constexpr std::array<std::string_view, 7> days = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
  static constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::string date = text::format_date(moment); // 2026-11-24T10:00:00Z
  const auto month = static_cast<std::size_t>((date[5] - '0') * 10 + (date[6] - '0') - 1);
  const auto day = static_cast<std::size_t>(moment / 86400 % 7); // 1970-01-01 was a Thursday
  return std::string(days[day]) + ", " + date.substr(8, 2) + " " + std::string(months[month]) + " " +
         date.substr(0, 4) + " " + date.substr(11, 8) + " +0000";
}

/// The unstructured value of a header: printable ASCII as it is, anything else as encoded words of at most 75
/// characters, no code point cut in two.
/// @see https://www.rfc-editor.org/rfc/rfc2047#section-2
std::string header_text(std::string_view raw) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  bool plain = raw.find("=?") == std::string_view::npos && raw.size() <= 900;
  for (const char c : raw)
    plain = plain && c >= 0x20 && c < 0x7F;
  if (plain)
    return std::string(raw);
  std::string out;
  std::string word;
  const auto flush = [&] {
    if (!word.empty())
      out += (out.empty() ? "" : "\r\n ") + ("=?UTF-8?Q?" + word + "?=");
    word.clear();
  };
  for (std::size_t at = 0; at < raw.size();) {
    const text::CodePoint point = text::decode(raw, at);
    std::string piece;
    for (const char c : raw.substr(at, point.size)) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == ' ')
        piece.push_back('_');
      else if (text::is_ascii_alphanumeric(c))
        piece.push_back(c);
      else
        piece += {'=', digits[byte >> 4], digits[byte & 0xF]};
    }
    if (word.size() + piece.size() > 63)
      flush();
    word += piece;
    at += point.size;
  }
  flush();
  return out;
}

/// `raw` in quoted-printable: lines of at most 76 characters whatever was typed.
/// @see https://www.rfc-editor.org/rfc/rfc2045#section-6.7
std::string quoted_printable(std::string_view raw) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  std::size_t column = 0;
  for (std::size_t at = 0; at < raw.size(); ++at) {
    const char c = raw[at];
    if (c == '\r')
      continue;
    if (c == '\n') {
      out += "\r\n";
      column = 0;
      continue;
    }
    const bool before_break = at + 1 == raw.size() || raw[at + 1] == '\n' || raw[at + 1] == '\r';
    const bool space = c == ' ' || c == '\t';
    const bool plain = (c > 0x20 && c < 0x7F && c != '=') || (space && !before_break);
    if (column + (plain ? 1 : 3) > 75) {
      out += "=\r\n";
      column = 0;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (plain)
      out.push_back(c);
    else
      out += {'=', digits[byte >> 4], digits[byte & 0xF]};
    column += plain ? 1 : 3;
  }
  return out;
}

} // namespace

std::string message_text(const Mail &mail, const std::string &from) {
  std::string out;
  const auto header = [&](std::string_view name, const std::string &value) {
    out.append(name).append(": ").append(value).append("\r\n");
  };
  header("From", "\"The Wide Margin\" <" + from + ">");
  header("To", "<" + mail.recipient + ">"); // never encoded: https://www.rfc-editor.org/rfc/rfc2047#section-5
  header("Subject", header_text(mail.subject));
  header("Date", header_date(mail.created));
  header("Message-ID", "<" + mail.message_id + ">");
  header("Auto-Submitted", "auto-generated");
  if (!mail.unsubscribe.empty()) {
    header("List-Unsubscribe", "<" + mail.unsubscribe + ">");
    // One POST without a page in between: https://www.rfc-editor.org/rfc/rfc8058
    header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
  }
  header("MIME-Version", "1.0");
  header("Content-Type", "text/plain; charset=utf-8");
  header("Content-Transfer-Encoding", "quoted-printable");
  return out + "\r\n" + quoted_printable(mail.body);
}

} // namespace afterword::demo
