/** @file The first request of a recipe: what the loader sends before the core is there. */

/**
 * The template of an operation's first URL, in the order of who chose none; nothing if it is no plain GET. Only such a
 * request can be sent before the core is there. The core percent-encodes what `{sort}` stands for, as any value.
 * @param {{url?: string, sorts?: Record<string, string>}} [operation] of a recipe
 * @return {string | undefined}
 */
export const firstUrl = ({ url, sorts = {}, method, headers, body, needs, credentials } = {}) =>
  method || headers || body || needs || credentials
    ? undefined
    : Object.values(sorts)
        .slice(0, 1)
        .reduce((template, sort) => template.replaceAll('{sort}', () => encodeURIComponent(sort)), url);
