// Put before the runtime of newer Emscriptens, so that the host opens every build alike: with `wasm`, the compiled module,
// and `instantiate`.
Module["instantiateWasm"] = (imports, receive) => {
  Module["instantiate"](Module["wasm"], imports).then(({ instance }) => receive(instance, Module["wasm"]));
  return {};
};
