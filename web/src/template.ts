/**
 * @file URL templates of a recipe. The loader asks for the first list before the core is there; the core then writes
 * the same URL once more, and only if the two are equal is the answer used. tests/vectors/first_list.json holds this
 * file and include/afterword/backend/template.hpp together.
 */

import { wellFormed } from './text.ts';

/** What a template may name. */
export type Variables = Readonly<Record<string, string>>;

/** The address of the page, without its fragment. */
export const addressOf = (): string => location.href.replace(/#.*/s, '');

/** What the page says to the recipe's templates. */
export const valuesOf = (element: HTMLElement): Variables =>
  Object.fromEntries(
    (element.getAttribute('values') ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .map((pair) => pair.split(/=(.*)/s) as [string, string]),
  );

/**
 * `template`, filled in. `{backend}` stands as it is, without slashes at its end; every other value is percent-encoded,
 * unless `write` does something else to it. Behind `|` stands what an empty one becomes. A name that is unknown stays as it
 * was written.
 */
export const expand = (template: string, variables: Variables, write = encodeURIComponent): string =>
  template.replace(/{(\w+)(?:\|([^}]*))?}/g, (all, name: string, rest?: string) => {
    const value: unknown = variables[name]; // {constructor} finds something too
    return typeof value !== 'string'
      ? all
      : name === 'backend' && rest === undefined
        ? value.replace(/\/+$/, '')
        : write(wellFormed(value || (rest ?? '')));
  });
