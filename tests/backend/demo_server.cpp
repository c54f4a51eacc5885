#include "demo_server.hpp"

#include <array>
#include <csignal>
#include <cstdio>
#include <stdexcept>
#include <unistd.h>
#include <utility>

namespace afterword::test {

Finished run_demo(const std::vector<std::string> &arguments) {
  return run_program(AFTERWORD_DEMO, arguments);
}

DemoServer::DemoServer(std::vector<std::string> options, std::vector<std::string> limits)
    : database_(folder_.path("comments.db")), options_(std::move(options)), limits_(std::move(limits)) {
  start();
}

DemoServer::~DemoServer() {
  kill();
}

std::string DemoServer::told() const {
  return read_file(folder_.path("err"));
}

void DemoServer::start() {
  std::array<int, 2> pipes{};
  if (pipe(pipes.data()) != 0)
    throw std::runtime_error("no pipe can be made");
  FILE *const err = std::fopen(folder_.path("err").c_str(), "a");
  std::vector<std::string> arguments = {"serve",        "--port",  std::to_string(port_),
                                        "--database",   database_, "--pages",
                                        AFTERWORD_SITE, "--web",   folder_.path("web")};
  arguments.insert(arguments.end(), limits_.begin(), limits_.end());
  arguments.insert(arguments.end(), options_.begin(), options_.end());
  process_ = start_program(AFTERWORD_DEMO, arguments, pipes[1], fileno(err));
  std::fclose(err);
  close(pipes[1]);
  // It says where it listens once it does; nothing has to be waited for after that.
  std::string line;
  for (char c = 0; read(pipes[0], &c, 1) == 1 && c != '\n';)
    line.push_back(c);
  close(pipes[0]);
  const std::size_t colon = line.rfind(':');
  if (colon == std::string::npos)
    throw std::runtime_error("the server did not start: " + read_file(folder_.path("err")));
  port_ = std::stoi(line.substr(colon + 1));
}

void DemoServer::kill() {
  if (process_ == 0)
    return;
  ::kill(process_, SIGKILL);
  wait_for(std::exchange(process_, 0));
}

int DemoServer::stop() {
  ::kill(process_, SIGTERM);
  return wait_for(std::exchange(process_, 0));
}

Finished DemoServer::command(std::vector<std::string> arguments) const {
  arguments.insert(arguments.end(), {"--database", database_});
  return run_demo(arguments);
}

} // namespace afterword::test
