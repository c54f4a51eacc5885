/** @file Named character references, read by the parser that the host has anyway: see include/afterword/html/references.hpp. */

mergeInto(LibraryManager.library, {
  afterword_read_reference: function (at, size, inAttribute, out) {
    var text = String.fromCharCode(...HEAPU8.subarray(at, at + size));
    return new TextEncoder().encodeInto(Module['readReference'](text, !!inAttribute), HEAPU8.subarray(out)).written;
  },
});
