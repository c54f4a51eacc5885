/**
 * @file How many comments each of many pages has: what to ask for, and how an answer is read. It does without a core, for
 * a page that lists a blog's posts should not have to load one. tests/vectors/counts.json holds this file and
 * include/afterword/backend/counts.hpp together.
 */

import { Reply, type Condition, type Place } from './place.ts';
import { expand, type Variables } from './template.ts';

/** What counting takes of a recipe. */
export interface CountRecipe {
  readonly count?: {
    readonly url: string;
    readonly each?: string;
    readonly between?: string;
    readonly most?: number;
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly credentials?: RequestCredentials;
    readonly reply: { readonly count?: Place; readonly counts?: Place };
  };
  readonly errors?: { readonly failed?: Condition };
}

/** One request, and the pages that it asks about. */
export interface CountRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly pages: readonly string[];
}

/** By page, in the order asked; nothing about a page that is not known, or about which no number is said. */
export type Counts = readonly (number | undefined)[];

/** What stands for many pages in the URL. It is made of what was percent-encoded already. */
const many = '{pages}';

/**
 * The requests that tell how many comments `pages` have: one for each, or, where the recipe's URL names `{pages}`, one for
 * many. None if the recipe does not count, or not without a body or what it needs first.
 */
export const requestsOf = ({ count }: CountRecipe, names: Variables, pages: readonly string[]): CountRequest[] => {
  const requests: CountRequest[] = [];
  if (!count || 'body' in count || 'needs' in count) return requests;
  const { url, each = '', between = '', most = 100, method = 'GET' } = count;
  const size = url.includes(many) ? Math.max(most, 1) : 1;
  for (let at = 0; at < pages.length; at += size) {
    const asked = pages.slice(at, at + size);
    const all = { ...names, page: asked[0]! };
    const [start, ...rest] = url.split(many);
    const list = asked.map((page) => expand(each, { ...names, page })).join(between);
    const end = rest.length ? list + expand(rest.join(many), all) : '';
    const headers: Record<string, string> = {};
    for (const [name, template] of Object.entries(count.headers ?? {})) {
      const value = expand(template, all, String).replace(/[\0-\x1f\x7f]/g, '');
      if (value) headers[name.toLowerCase()] = value;
    }
    requests.push({ method, url: expand(start!, all) + end, headers, pages: asked });
  }
  return requests;
};

/** A number of comments. What is larger than 2^31 - 1, or no whole number, is none. */
const toCount = (value: unknown): number | undefined => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return /^\d{1,15}$/.test(text) && Number(text) <= 0x7fffffff ? Number(text) : undefined;
};

/** What `reply` tells about `pages`; or, in words for the owner of the site, why it tells nothing. */
export const readCounts = ({ count, errors }: CountRecipe, reply: Reply, pages: readonly string[]): Counts | string => {
  const { status } = reply;
  if (status < 200 || status > 299 || reply.holds(errors?.failed)) return status ? `HTTP ${status}` : 'no reply';
  const place = count!.reply;
  if (place.counts === undefined) {
    const number = toCount(reply.text(place.count).trim());
    return number === undefined ? 'the reply has no number where the recipe says' : pages.map(() => number);
  }
  const found = reply.find(place.counts);
  if (!found || typeof found !== 'object') return 'the reply has no counts where the recipe says';
  if (!Array.isArray(found))
    return pages.map((page) => (Object.hasOwn(found, page) ? toCount((found as Record<string, unknown>)[page]) : undefined));
  // Of another length, nobody knows which number is whose.
  return found.length === pages.length ? found.map(toCount) : `${found.length} counts for ${pages.length} pages`;
};
