/**
 * @file embind's side in JavaScript, for the three types that cross the door (embind_types.cpp): the same calls, answered in
 * a third of the code. What it leaves out are classes, overloads, and errors that a caller written in TypeScript cannot make.
 * Text crosses by the browser's own encoder and decoder, so a lone surrogate becomes U+FFFD and takes no neighbour along
 * (https://github.com/emscripten-core/emscripten/issues/15324). Only for the Emscripten that Debian has, see CMakeLists.txt.
 */

mergeInto(LibraryManager.library, {
  /** How a value of each type, by its id, is written for C++, read from it, and let go after the call. */
  $types: {},

  _embind_register_void__deps: ['$types'],
  _embind_register_void: function (id) {
    types[id] = { read() {} };
  },

  _embind_register_integer__deps: ['$types'],
  _embind_register_integer: function (id) {
    types[id] = { write: (value) => value, read: (value) => value, free() {} };
  },

  /** The bytes from `at` on, as far as memory reaches now: it grows without a word. */
  $bytesAt: function (at, size) {
    return new Uint8Array(wasmMemory.buffer, at, size);
  },

  // As C++ has it: the size in bytes, then the bytes.
  _embind_register_std_string__deps: ['$types', '$bytesAt', 'malloc', 'free'],
  _embind_register_std_string: function (id) {
    var encoder = new TextEncoder();
    var decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    types[id] = {
      write: (text) => {
        var bytes = encoder.encode(text);
        var at = _malloc(bytes.length + 4);
        new Uint32Array(wasmMemory.buffer, at)[0] = bytes.length;
        bytesAt(at + 4).set(bytes);
        return at;
      },
      read: (at) => {
        var text = decoder.decode(bytesAt(at + 4, new Uint32Array(wasmMemory.buffer, at)[0]));
        _free(at);
        return text;
      },
      free: _free,
    };
  },

  // The first of the types is the result's. All are known by the time of the first call.
  _embind_register_function__deps: ['$types', '$getWasmTableEntry'],
  _embind_register_function: function (name, count, ids, _signature, invoker, target) {
    var end = HEAPU8.indexOf(0, name);
    ids >>= 2;
    var [result, ...parameters] = HEAP32.slice(ids, ids + count);
    Module[String.fromCharCode(...HEAPU8.subarray(name, end))] = (...values) => {
      var written = parameters.map((id, i) => types[id].write(values[i]));
      var returned = getWasmTableEntry(invoker)(target, ...written);
      parameters.forEach((id, i) => types[id].free(written[i]));
      return types[result].read(returned);
    };
  },
});
