#include "command.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
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

Finished run(const std::vector<std::string> &arguments) {
  const Folder folder;
  std::FILE *const out = std::fopen(folder.path("out").c_str(), "w");
  std::FILE *const err = std::fopen(folder.path("err").c_str(), "w");
  std::vector<std::string> words = {AFTERWORD_RECIPE};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char *> pointers;
  for (std::string &word : words)
    pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const pid_t process = fork();
  if (process == 0) {
    dup2(fileno(out), 1);
    dup2(fileno(err), 2);
    execv(AFTERWORD_RECIPE, pointers.data());
    _exit(127);
  }
  std::fclose(out);
  std::fclose(err);
  int status = 0;
  waitpid(process, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(folder.path("out")),
          read_file(folder.path("err"))};
}

std::string read_file(const std::string &path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

} // namespace afterword::test
