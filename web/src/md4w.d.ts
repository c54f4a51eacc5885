/** What is used of md4w, of the file in it that says nothing of Node. */
declare module 'md4w/js/md4w.js' {
  /** Renders by this instance from now on. `default` is given the functions that it calls. */
  export function initWasm(instance: WebAssembly.Exports & { default: (env: object) => void }): void;
  /** `text` as HTML. Throws if the instance traps. */
  export function mdToHtml(text: string, options: { parseFlags: readonly string[] }): string;
}
