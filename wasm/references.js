/** @file Named character references, read by the parser that the host has anyway: see include/afterword/html/references.hpp. */

mergeInto(LibraryManager.library, {
  afterword_read_reference: function (at, size, inAttribute, out) {
    var memory = new Uint8Array(wasmMemory.buffer);
    var text = String.fromCharCode(...memory.subarray(at, at + size));
    return new TextEncoder().encodeInto(Module['readReference'](text, !!inAttribute), memory.subarray(out)).written;
  },
});
