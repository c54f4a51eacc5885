// Put before Emscripten's minimal runtime, which is a quarter of the other's size. It assigns `asm` without a declaration,
// which a module must not; and it instantiates by itself, so that a failure would never reach the host. The host hands in
// `wasm`, the compiled module, and `instantiate`, which it can watch.
var asm;
var WebAssembly = { instantiate: (wasm, imports) => Module["instantiate"](wasm, imports) };
