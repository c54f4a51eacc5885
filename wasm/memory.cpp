/// @file The heap: blocks of sizes 16, 32, 64 ..., each size with its list of free ones. A block is taken and
/// given back in a handful of instructions, and what a widget does all day is to take and give back strings
/// of a few sizes. Emscripten's smallest allocator also puts neighbours together again, which costs every
/// reader 700 bytes more. Only for the Emscripten that Debian has, whose JavaScript side here (embind.js) is
/// not surprised when memory grows.

#include <bit>
#include <cstddef>
#include <cstdint>

namespace {

/// Before each block: which size it has. As long as the alignment that C++ expects here.
constexpr std::size_t header = 8;
constexpr std::size_t page = 65536;

struct Block {
  Block *next;
};

Block *free_blocks[32];

/// What was never given out: from `top` to the end of memory.
extern "C" std::byte __heap_base; // NOLINT(bugprone-reserved-identifier): the linker's
std::uintptr_t top = 0;

/// `size` bytes more of memory; there is no way back, and none on if there are none.
std::byte *extend(std::size_t size) {
  if (top == 0)
    top = reinterpret_cast<std::uintptr_t>(&__heap_base);
  const std::uintptr_t end = __builtin_wasm_memory_size(0) * page;
  if (size > end - top &&
      __builtin_wasm_memory_grow(0, (size + page - 1) / page) == static_cast<std::size_t>(-1))
    __builtin_trap();
  top += size;
  return reinterpret_cast<std::byte *>(top - size);
}

} // namespace

extern "C" {

__attribute__((used)) void *malloc(std::size_t size) {
  if (size > SIZE_MAX / 4)
    __builtin_trap();
  const auto kind = static_cast<std::uint32_t>(std::bit_width(size + header - 1));
  if (Block *block = free_blocks[kind]) {
    free_blocks[kind] = block->next;
    return block;
  }
  std::byte *block = extend(std::size_t{1} << kind);
  *reinterpret_cast<std::uint32_t *>(block) = kind;
  return block + header;
}

__attribute__((used)) void free(void *pointer) {
  if (pointer == nullptr)
    return;
  auto *block = static_cast<Block *>(pointer);
  Block *&list = free_blocks[*reinterpret_cast<std::uint32_t *>(static_cast<std::byte *>(pointer) - header)];
  block->next = list;
  list = block;
}

} // extern "C"
