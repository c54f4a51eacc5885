/**
 * @file The sink: the one place where Markup becomes nodes. Markup is what the core's builder has escaped or its
 * sanitizer has written (include/afterword/html/markup.hpp); no other string may come here.
 */

interface Policy {
  createHTML(markup: string): string;
}

/** Not yet in TypeScript's own declarations of the DOM. @see https://w3c.github.io/trusted-types/dist/spec/ */
declare const trustedTypes: { createPolicy(name: string, rules: Policy): Policy } | undefined;

const plain: Policy = { createHTML: (markup) => markup };

/** Where the policy is kept, so that a second copy of this module, under another address, finds the first one's. */
const key = Symbol.for('afterword.policy');

const createPolicy = (): Policy => {
  if (typeof trustedTypes === 'undefined') return plain;
  try {
    return trustedTypes.createPolicy('afterword', plain);
  } catch (error) {
    console.error(
      'Afterword: the Content-Security-Policy of this page refuses the Trusted Types policy "afterword". ' +
        'Add it to the directive: trusted-types afterword',
      error,
    );
    return plain; // enough, unless the page requires Trusted Types as well
  }
};

const policy = (): Policy => ((globalThis as { [key]?: Policy })[key] ??= createPolicy());

/**
 * The one element that `markup` consists of. It belongs to a document of its own until it is inserted, so nothing in
 * it loads or runs before.
 * @throws TypeError if the page requires Trusted Types and has refused the policy
 */
export const parse = (markup: string): Element => {
  const parsed = new DOMParser().parseFromString(policy().createHTML(markup), 'text/html');
  const element = parsed.body.firstElementChild;
  if (!element) throw Error('a patch without an element');
  return element;
};

/** What was read before; a thread repeats its few names. */
const read = new Map<string, string>();

/** Where they are read: of a document that nobody sees. A document for each would take four times as long. */
let inert: HTMLElement | undefined;

/**
 * `text`, a character reference and the letter or mark behind it, as the standard reads it. Only `&`, letters, digits,
 * `;` and `=` come in (include/afterword/html/references.hpp), so nothing but text can come of it.
 */
export const readReference = (text: string, inAttribute: boolean): string => {
  let value = read.get(text);
  if (value === undefined) {
    if (read.size > 5000) read.clear(); // a hostile text
    inert ??= document.implementation.createHTMLDocument('').body;
    inert.innerHTML = policy().createHTML(text);
    read.set(text, (value = inert.textContent!));
  }
  // An attribute takes whole names only. This is not left to the parser: Chromium reads `title="&notit;"` as "¬it;".
  const isWhole = text.endsWith(';') ? !value.endsWith(';') || text === '&semi;' : value.length === 1;
  return inAttribute && !isWhole ? text : value;
};
