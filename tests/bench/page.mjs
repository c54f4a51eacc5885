/** @file What runs in the page: the contenders by turns, on the same comments, and how long each took. */

import createPurifier from 'dompurify';
import linkify from 'linkify-string';
import openDoor from '/door.mjs';
import { parse, readReference } from '/sink.mjs';
import { htmlComments, textComments } from '/comments.mjs';

/**
 * The allow-list of include/afterword/html/elements.hpp, and what comes in under an old name. Afterword also gives each
 * link its `rel`; DOMPurify would need a hook for that, and is spared it.
 */
const allowed = {
  ALLOWED_TAGS:
    `a abbr acronym b blockquote br caption cite code del em hr i kbd li ol p pre q s strike strong sub sup
     table tbody td th thead tr ul`.split(/\s+/),
  ALLOWED_ATTR: ['title', 'lang', 'dir', 'datetime', 'cite', 'href'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
};

/** A DOMPurify of its own, configured once: it is quicker so than with a configuration at each call. */
const purifier = (more) => {
  const purify = createPurifier(window);
  purify.setConfig({ ...allowed, ...more });
  return purify;
};

const openCore = async () => {
  const wasm = await WebAssembly.compileStreaming(fetch('/door.wasm'));
  const instantiate = async (module, imports) => ({ instance: await WebAssembly.instantiate(module, imports) });
  return openDoor({ wasm, instantiate, readReference });
};

/** A place in the document for what is drawn. */
const place = document.body.appendChild(document.createElement('div'));

const appended = (node) => {
  const element = document.createElement('div');
  element.append(node);
  place.append(element);
};

/** Each a question, its input, and the contenders: Afterword first. A contender does the whole input once. */
const questions = async () => {
  const core = await openCore();
  const strings = purifier({});
  const fragments = purifier({ RETURN_DOM_FRAGMENT: true });
  const html = htmlComments(500);
  const text = textComments(500);
  const linkOptions = { nl2br: true, rel: 'nofollow ugc noopener' };
  const linked = (each) =>
    each
      .split(/\n{2,}/)
      .map((paragraph) => `<p>${linkify(paragraph, linkOptions)}</p>`)
      .join('');
  // Its own parser has made nodes already: to take them is quicker than to write them out and parse them again.
  const fragmentsAppended = () => html.forEach((each) => appended(fragments.sanitize(each)));
  return [
    {
      name: 'sanitising alone',
      input: html,
      ours: () => html.map((each) => core.sanitize(each)),
      theirs: { DOMPurify: () => html.map((each) => strings.sanitize(each)) },
    },
    {
      name: 'sanitising and inserting, each comment by itself',
      input: html,
      ours: () => html.forEach((each) => place.append(parse(`<div>${core.sanitize(each)}</div>`))),
      theirs: { DOMPurify: fragmentsAppended },
    },
    {
      name: 'sanitising and inserting, a whole thread',
      input: html,
      // As the widget draws it. Only markup that is balanced for certain can be put together like this.
      ours: () =>
        place.append(parse(`<div>${html.map((each) => `<div>${core.sanitize(each)}</div>`).join('')}</div>`)),
      theirs: { DOMPurify: fragmentsAppended },
    },
    {
      name: 'formatting plain text',
      input: text,
      ours: () => text.map((each) => core.format(each)),
      theirs: {
        'linkify-string': () => text.map(linked),
        'linkify-string and DOMPurify': () => text.map((each) => strings.sanitize(linked(each))),
      },
    },
  ];
};

const milliseconds = (task) => {
  place.replaceChildren();
  const start = performance.now();
  task();
  return performance.now() - start;
};

/** Runs `task` for at least `least` milliseconds. @returns what one run took */
const time = (task, least) => {
  let total = 0;
  let runs = 0;
  do {
    total += milliseconds(task);
    ++runs;
  } while (total < least);
  return total / runs;
};

const bytes = (texts) => texts.reduce((sum, each) => sum + new TextEncoder().encode(each).length, 0);

/** What a reader gets of `markup`: its text, white space aside (some write a line feed beside a <br>), and its links. */
const visible = (markup) => {
  const { body } = new DOMParser().parseFromString(markup, 'text/html');
  const links = Array.from(body.querySelectorAll('a[href]'), ({ href }) => href);
  return [body.textContent.replace(/\s+/g, ''), ...links].join(' ');
};

/** In how many of the texts both say the same to a reader: that they did the same work. */
const alike = (ours, theirs) => ours.filter((each, i) => visible(each) === visible(theirs[i])).length;

/** All questions, each contender warmed up, then all of them by turns. @returns rounds of milliseconds */
export const measure = async ({ rounds, least }) => {
  const answers = [];
  for (const { name, input, ours, theirs } of await questions()) {
    const contenders = { Afterword: ours, ...theirs };
    for (const task of Object.values(contenders)) time(task, 4 * least);
    const times = [];
    for (let round = 0; round < rounds; ++round) {
      const entries = Object.entries(contenders);
      if (round % 2) entries.reverse(); // nobody is always the first
      times.push(Object.fromEntries(entries.map(([who, task]) => [who, time(task, least)])));
    }
    const results = ours();
    const same = Array.isArray(results)
      ? Object.fromEntries(Object.entries(theirs).map(([who, task]) => [who, alike(results, task())]))
      : {};
    place.replaceChildren();
    answers.push({ name, bytes: bytes(input), comments: input.length, times, same });
  }
  return answers;
};
