#include "program.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace afterword::test {

Folder::Folder() : path_(std::filesystem::temp_directory_path() / "afterword-XXXXXX") {
  if (mkdtemp(path_.data()) == nullptr)
    throw std::runtime_error("no temporary folder can be made");
}

Folder::~Folder() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

std::string Folder::write(const std::string &name, const std::string &content) const {
  std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
  std::ofstream(path(name), std::ios::binary) << content;
  return path(name);
}

std::string read_file(const std::string &path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

pid_t start_program(const std::string &program, const std::vector<std::string> &arguments, int out, int err) {
  std::vector<std::string> words = {program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char *> pointers;
  for (std::string &word : words)
    pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const pid_t process = fork();
  if (process == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(out, 1);
    dup2(err, 2);
    execv(program.c_str(), pointers.data());
    _exit(127);
  }
  return process;
}

int wait_for(pid_t process) {
  int status = 0;
  waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

Finished run_program(const std::string &program, const std::vector<std::string> &arguments) {
  const Folder folder;
  std::FILE *const out = std::fopen(folder.path("out").c_str(), "w");
  std::FILE *const err = std::fopen(folder.path("err").c_str(), "w");
  const pid_t process = start_program(program, arguments, fileno(out), fileno(err));
  std::fclose(out);
  std::fclose(err);
  const int status = wait_for(process);
  return {status, read_file(folder.path("out")), read_file(folder.path("err"))};
}

} // namespace afterword::test
