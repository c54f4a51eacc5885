/**
 * @file What `<afterword-count>` does: it shows how many comments a page has. All that are on a page, or come to it in
 * one task, ask together.
 */

import { get } from './compile.ts';
import { readCounts, requestsOf, type CountRecipe, type CountRequest } from './counts.ts';
import { emit } from './effects/emit.ts';
import { performFetch } from './effects/fetch.ts';
import { askPage } from './effects/request.ts';
import type { EffectOf } from './frame.ts';
import { languageOf, pageOf } from './page.ts';
import { Reply } from './place.ts';
import { addressOf, valuesOf } from './template.ts';

/** Requests at a time, where each is about one page only. */
const few = 4;

/** What tells requests apart, besides the page. */
const subjectOf = (element: HTMLElement): string =>
  JSON.stringify([
    element.getAttribute('recipe') || 'afterword',
    element.getAttribute('backend') || '',
    languageOf(element),
    valuesOf(element),
  ]);

/** `number` in digits, as `language` writes them. */
const write = (number: number, language: string): string => {
  try {
    return new Intl.NumberFormat(language).format(number);
  } catch {
    return String(number); // not a language tag
  }
};

/** What counting takes of the recipe called `name`, or found there. */
const recipeOf = async (name: string): Promise<CountRecipe> =>
  Object.hasOwn(COUNTS, name)
    ? COUNTS[name]!
    : ((await (await get(new URL(name, document.baseURI).href)).json()) as CountRecipe);

/** Tells the page, and the owner of the site, why `element`, and whatever asked with it, shows no number. */
const fail = (element: HTMLElement, detail: string, kind = 'unreachable'): void =>
  emit(element, { type: 'emit', name: 'error', detail: { request: 'count', kind, detail } });

/** Sends one request, and shows what comes of it in those of `elements` that still want to know. */
const answer = async (
  recipe: CountRecipe,
  { method, url, headers, pages }: CountRequest,
  elements: ReadonlyMap<string, readonly HTMLElement[]>,
  subject: string,
): Promise<void> => {
  const of = (page: string) =>
    elements.get(page)!.filter((element) => subjectOf(element) === subject && pageOf(element) === page);
  const first = elements.get(pages[0]!)![0]!;
  const { credentials } = recipe.count!;
  const effect: EffectOf<'fetch'> = {
    type: 'fetch', operation: 'count', id: 0, method, url, headers, ...(credentials && { credentials }),
  };
  const event = await performFetch(effect, askPage(first, effect), new AbortController().signal);
  const { status = 0, headers: fields = {}, body = '' } = event as Partial<Reply>;
  const counts = readCounts(recipe, new Reply(status, fields, body), pages);
  if (typeof counts === 'string') return fail(first, counts, event['reason'] === 'offline' ? 'offline' : undefined);
  counts.forEach((count, i) => {
    if (count === undefined) return;
    for (const element of of(pages[i]!)) {
      element.textContent = write(count, languageOf(element));
      emit(element, { type: 'emit', name: 'loaded', detail: { count: String(count) } });
    }
  });
};

/** Asks for all of `elements`, which have the same subject. */
const askFor = async (subject: string, elements: readonly HTMLElement[]): Promise<void> => {
  const [name, backend, language, values] = JSON.parse(subject) as [string, string, string, Record<string, string>];
  const byPage = new Map<string, HTMLElement[]>();
  for (const element of elements) {
    const page = pageOf(element);
    byPage.set(page, [...(byPage.get(page) ?? []), element]);
  }
  try {
    const recipe = await recipeOf(name);
    const names = { ...values, backend, address: addressOf(), language };
    const requests = requestsOf(recipe, names, [...byPage.keys()]);
    if (!requests.length) throw Error('the recipe has no "count" without a body and needs');
    const work = async () => {
      for (let next; (next = requests.shift()); ) await answer(recipe, next, byPage, subject);
    };
    await Promise.all(Array.from({ length: few }, work));
  } catch (error) {
    fail(elements[0]!, String(error));
  }
};

const waiting = new Set<HTMLElement>();

/** Asks for all that wait, each subject by itself. */
const run = (): void => {
  const bySubject = new Map<string, HTMLElement[]>();
  for (const element of waiting) {
    const subject = subjectOf(element);
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), element]);
  }
  waiting.clear();
  for (const [subject, elements] of bySubject) void askFor(subject, elements);
};

/** `element` wants to know how many comments its page has. */
export const ask = (element: HTMLElement): void => {
  waiting.add(element);
  if (waiting.size > 1) return;
  // While the page is being read, more may come.
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', run, { once: true });
  else setTimeout(run);
};
