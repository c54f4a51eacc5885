#include "commands.hpp"

#include "api.hpp"
#include "clock.hpp"
#include "database.hpp"
#include "pages.hpp"
#include "postman.hpp"
#include "samples.hpp"
#include "server.hpp"
#include "site.hpp"
#include "streams.hpp"

#include <csignal>
#include <filesystem>
#include <iostream>
#include <optional>
#include <thread>
#include <utility>

namespace afterword::demo {

namespace {

std::string bound_url(const std::string &host, int port) {
  const bool ipv6 = host.find(':') != std::string::npos;
  return "http://" + (ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

} // namespace

int serve(const Options &options) {
  // Blocked before there are other threads, so that only the one that waits for them gets them.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);

  Database database(options.database);
  Server server;
  const int port = server.listen(options.host, options.port);
  const std::string url = bound_url(options.host, port);
  std::string secret;
  const Address address(options.public_url.empty() ? url : options.public_url);
  {
    Writing writing(database);
    store_address(writing.session(), address);
    register_pages(writing.session(), options.pages);
    add_samples(writing.session(), now());
    secret = editing_secret(writing.session());
    writing.commit();
  }
  Streams streams(database, options.most_streams);
  Api api(database, streams, address, Cors(options.origins, address.origin()),
          Editing(std::move(secret), options.limits.editing), options.moderate, options.limits);
  const std::string from = options.from.empty() ? "no-reply@" + address.mail_host() : options.from;
  Site site(database, options.pages, options.web, from, !options.smtp.empty());

  std::error_code error;
  if (!std::filesystem::exists(options.web + "/afterword.js", error))
    std::cerr << "afterword-demo: note: " + options.web +
                     "/afterword.js is missing, so pages show no comments: demo/run builds it\n";
  std::cout << url + "/" << std::endl;

  std::optional<Postman> postman;
  if (!options.smtp.empty())
    postman.emplace(database, MailRoute{options.smtp, address.mail_host(), from});

  std::thread stopper([&] {
    int signal = 0;
    sigwait(&signals, &signal);
    streams.end();
    server.stop();
  });
  server.run([&](const Request &request) {
    return request.path == "/api" || request.path.starts_with("/api/") ? api.handle(request)
                                                                       : site.handle(request);
  });
  stopper.join();
  postman.reset();
  // Threads of idle connections still hold on to the server: end without taking it away from under them.
  // Everything that was acknowledged is on the disk already.
  std::cout.flush();
  std::quick_exit(0);
}

} // namespace afterword::demo
