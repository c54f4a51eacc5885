#include "check.hpp"

#include <exception>
#include <iostream>

int main(int count, char **values) {
  using namespace afterword::recipe;
  try {
    const Options options = read_options(std::vector<std::string>(values + 1, values + count));
    if (options.command == "help") {
      std::cout << help;
      return 0;
    }
    return check(options);
  } catch (const OptionError &error) {
    std::cerr << "afterword-recipe: " << error.what() << '\n';
    return 2;
  } catch (const std::exception &error) {
    std::cerr << "afterword-recipe: " << error.what() << '\n';
    return 1;
  }
}
