#include "commands.hpp"

#include <exception>
#include <iostream>

int main(int count, char **values) {
  using namespace afterword::demo;
  try {
    const Options options = read_options(std::vector<std::string>(values + 1, values + count));
    if (options.command == "help") {
      std::cout << help;
      return 0;
    }
    return options.command == "serve" ? serve(options) : moderate(options);
  } catch (const OptionError &error) {
    std::cerr << "afterword-demo: " << error.what() << '\n';
    return 2;
  } catch (const std::exception &error) {
    std::cerr << "afterword-demo: " << error.what() << '\n';
    return 1;
  }
}
