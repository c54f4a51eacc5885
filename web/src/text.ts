/** @file Text that may cross into WebAssembly. */

/**
 * `text` with U+FFFD in place of every surrogate that stands alone. Emscripten's encoder would take the next character
 * for its other half, and JSON would carry it as an escape that no UTF-8 has.
 * @see https://github.com/emscripten-core/emscripten/issues/15324
 */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** `value` as JSON, its texts well-formed; what is undefined does not appear. */
export const toJson = (value: object): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? wellFormed(part) : part));
