#include "smtp.hpp"

#include "afterword/text/escape.hpp"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <curl/curl.h>
#include <new>
#include <optional>
#include <string_view>
#include <utility>

namespace afterword::demo {

/// libcurl's handle, and what its callbacks note down.
class Smtp::Transfer {
public:
  Transfer(const std::string &server, const std::string &name, std::stop_token stop)
      : stop_(std::move(stop)), handle_(curl_easy_init()) {
    if (handle_ == nullptr)
      throw std::bad_alloc();
    // The name in the greeting is the URL's path: https://curl.se/libcurl/c/CURLOPT_URL.html
    set(CURLOPT_URL, ("smtp://" + server + "/" + text::percent_encode(name)).c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp");
    set(CURLOPT_PROXY, "");    // the environment's proxies are for the web
    set(CURLOPT_NOSIGNAL, 1L); // this is a thread among others; the HTTP library ignores SIGPIPE already
    set(CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_TRY));
    set(CURLOPT_SSL_VERIFYPEER, 0L);
    set(CURLOPT_SSL_VERIFYHOST, 0L);
    set(CURLOPT_CONNECTTIMEOUT, 30L);
    set(CURLOPT_TIMEOUT, 600L); // as long as a server may think about the end of a mail: RFC 5321, 4.5.3.2.6
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, &read);
    set(CURLOPT_READDATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &check_time);
    set(CURLOPT_XFERINFODATA, this);
    set(CURLOPT_VERBOSE, 1L);
    set(CURLOPT_DEBUGFUNCTION, &listen);
    set(CURLOPT_DEBUGDATA, this);
  }
  ~Transfer() { curl_easy_cleanup(handle_); }
  Transfer(const Transfer &) = delete;
  Transfer &operator=(const Transfer &) = delete;

  Delivery send(const std::string &from, const std::string &to, std::string_view message) {
    rest_ = message;
    command_.clear();
    reply_.clear();
    leaving_ = false;
    const std::string sender = "<" + from + ">";
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients(
        curl_slist_append(nullptr, ("<" + to + ">").c_str()), &curl_slist_free_all);
    if (!recipients) // without one, libcurl would send no mail, and be content
      throw std::bad_alloc();
    set(CURLOPT_MAIL_FROM, sender.c_str());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(message.size()));
    const CURLcode code = curl_easy_perform(handle_);
    reason_ = !reply_.empty() && code != CURLE_ABORTED_BY_CALLBACK ? reply_ : curl_easy_strerror(code);
    if (code == CURLE_OK)
      return Delivery::accepted;
    // A refusal of the greeting or of the sender says nothing of this mail: the operator can mend that.
    if (command_ != "RCPT" && command_ != "DATA")
      return Delivery::unavailable;
    return reply_.starts_with('5') ? Delivery::refused : Delivery::postponed;
  }

  [[nodiscard]] const std::string &reason() const noexcept { return reason_; }

private:
  template <class Value> void set(CURLoption option, Value value) {
    if (curl_easy_setopt(handle_, option, value) != CURLE_OK)
      throw std::bad_alloc(); // the one way to fail for options that this libcurl knows
  }

  /// Gives libcurl the next bytes; it doubles the dots at the beginning of lines by itself.
  static std::size_t read(char *to, std::size_t size, std::size_t count, void *self) {
    std::string_view &rest = static_cast<Transfer *>(self)->rest_;
    const std::size_t taken = std::min(size * count, rest.size());
    std::memcpy(to, rest.data(), taken);
    rest.remove_prefix(taken);
    return taken;
  }

  /// Called at least about once a second; anything but 0 ends the transfer.
  static int check_time(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    auto &transfer = *static_cast<Transfer *>(self);
    if (!transfer.stop_.stop_requested())
      return 0;
    const auto now = std::chrono::steady_clock::now();
    if (!transfer.stopped_)
      transfer.stopped_ = now;
    return now - *transfer.stopped_ > std::chrono::seconds(grace_seconds) ? 1 : 0;
  }

  /// Notes the last command that was sent and the last line of the answer to it.
  static int listen(CURL *, curl_infotype type, char *data, std::size_t size, void *self) {
    auto &transfer = *static_cast<Transfer *>(self);
    const std::string_view line =
        std::string_view(data, size).substr(0, std::string_view(data, size).find('\r'));
    if (type == CURLINFO_HEADER_OUT) {
      transfer.leaving_ = line == "QUIT"; // what failed before is what matters
      if (!transfer.leaving_) {
        transfer.command_ = line.substr(0, 4);
        transfer.reply_.clear();
      }
    } else if (type == CURLINFO_HEADER_IN && !transfer.leaving_) {
      transfer.reply_.clear();
      for (const char c : line)
        transfer.reply_ += c >= 0x20 && c < 0x7F ? c : '?'; // it goes to the operator's terminal
    }
    return 0;
  }

  std::stop_token stop_;
  CURL *handle_;
  std::string_view rest_; ///< of the message
  std::string command_;   ///< the last one's verb
  std::string reply_;     ///< the last line of the answer to it
  bool leaving_ = false;
  std::string reason_;
  std::optional<std::chrono::steady_clock::time_point> stopped_; ///< when the stop was seen
};

Smtp::Smtp(const std::string &server, const std::string &name, std::stop_token stop)
    : transfer_(std::make_unique<Transfer>(server, name, std::move(stop))) {}

Smtp::~Smtp() = default;

Delivery Smtp::send(const std::string &from, const std::string &to, const std::string &message) {
  return transfer_->send(from, to, message);
}

const std::string &Smtp::reason() const noexcept {
  return transfer_->reason();
}

} // namespace afterword::demo
