#include "target.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>

/// The door by which libFuzzer comes in.
/// @see https://llvm.org/docs/LibFuzzer.html#fuzz-target
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  // A block of exactly that size: who reads one byte further is found out.
  const auto input = std::make_unique<char[]>(size);
  if (size != 0)
    std::memcpy(input.get(), data, size);
  check({input.get(), size});
  return 0;
}
