/** @file A file by its URL, and WebAssembly out of one. */

/** The answer to a plain GET. Rejects unless it is a good one. */
export const get = async (url: string): Promise<Response> => {
  const response = await fetch(url);
  if (!response.ok) throw Error(`${response.status} ${url}`);
  return response;
};

/** The module that stands at `url`. */
export const compile = (url: string): Promise<WebAssembly.Module> =>
  // A server that does not know application/wasm costs a second look into the cache, and nothing else.
  WebAssembly.compileStreaming(fetch(url)).catch(async () => WebAssembly.compile(await (await get(url)).arrayBuffer()));
