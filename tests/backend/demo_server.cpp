#include "demo_server.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace afterword::test {

namespace {

/// Starts afterword-demo with its output in `out` and `err`, two open file descriptors.
pid_t start_process(const std::vector<std::string> &arguments, int out, int err) {
  std::vector<std::string> words = {AFTERWORD_DEMO};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char *> pointers;
  for (std::string &word : words)
    pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const pid_t process = fork();
  if (process == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL); // a test that is cut short leaves no server behind
    dup2(out, 1);
    dup2(err, 2);
    execv(AFTERWORD_DEMO, pointers.data());
    _exit(127);
  }
  return process;
}

std::string read_file(const std::string &name) {
  std::ifstream stream(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// The exit status of `process`, once it has one.
int wait_for(pid_t process) {
  int status = 0;
  waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

Folder::Folder() : path_(std::filesystem::temp_directory_path() / "afterword-XXXXXX") {
  if (mkdtemp(path_.data()) == nullptr)
    throw std::runtime_error("no temporary folder can be made");
}

Folder::~Folder() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

void Folder::write(const std::string &name, const std::string &content) const {
  std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
  std::ofstream(path(name), std::ios::binary) << content;
}

Finished run_demo(const std::vector<std::string> &arguments) {
  const Folder folder;
  FILE *const out = std::fopen(folder.path("out").c_str(), "w");
  FILE *const err = std::fopen(folder.path("err").c_str(), "w");
  const pid_t process = start_process(arguments, fileno(out), fileno(err));
  std::fclose(out);
  std::fclose(err);
  const int status = wait_for(process);
  return {status, read_file(folder.path("out")), read_file(folder.path("err"))};
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
  process_ = start_process(arguments, pipes[1], fileno(err));
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
