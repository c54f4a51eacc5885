/** @file The scenario, the same for every engine. It returns what went wrong, one line each. */

import { setTimeout as sleep } from 'node:timers/promises';
import { judge as native } from './native.mjs';

/** How long after the last of its doing a page may still do something of its own, in milliseconds. */
const aftermath = 700;

const page = 'html head meta title link script script body script afterword-comments';

const short = (text) => (text.length > 300 ? `${text.slice(0, 300)} … (${text.length} characters)` : text);

const source = (bytes) => `\n    from ${short(JSON.stringify(bytes.toString()))}`;

/** The first of `list`, and how many more there are. */
const few = (list) => (list.length > 6 ? [...list.slice(0, 5), `${list.length - 5} more like that`] : list);

/** Asks until `reached` says that it is enough. */
const until = async (ask, reached, what) => {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(50)) {
    const value = await ask();
    if (reached(value)) return value;
  }
  throw Error(`waited in vain for ${what}`);
};

/** What is wrong with the comment that was drawn for `payload`, which should have become `meant`, and `named` its author. */
const judge = (comment, payload, meant, named) => {
  const wrong = comment.faults.map((fault) => `holds ${fault}`);
  if (comment.markup !== meant) wrong.push(`is ${short(comment.markup)}, but ${short(meant)} was meant`);
  if (comment.left !== null && comment.left !== comment.markup)
    wrong.push(`is not what setHTML leaves of it: ${short(comment.left)}`);
  const { name, nodes, website } = comment.author;
  if (nodes !== (website ? 'a bdi' : 'bdi')) wrong.push(`has an author made of ${nodes}`);
  if (name !== (named || 'Anonymous')) wrong.push(`has an author called ${short(name)}`);
  if (website && (website.attributes !== 'href rel' || ![':', 'http:', 'https:'].includes(website.protocol)))
    wrong.push(`has a website with ${website.protocol} and ${website.attributes}`);
  return wrong.map((text) => `${payload.corpus} "${payload.name}" ${text}${source(payload.bytes)}`);
};

/** Draws all of `payloads` on the page at `path`, as a reader would have them drawn, and judges what came of it. */
export const drawAll = async ({ engine, server, origin }, path, payloads) => {
  server.unexpected.length = server.violations.length = 0;
  server.payloads = payloads;
  const meant = native(payloads.map(({ bytes }) => bytes));
  const named = native(payloads.map(({ bytes }) => bytes), 'names');
  await engine.open(origin + path);
  const count = () => engine.ask('inspect.count()');
  for (let drawn = 0; drawn < payloads.length; ) {
    if (drawn) await engine.ask('inspect.more()');
    const before = drawn;
    drawn = await until(count, (found) => found > before, `comments after "${payloads[before].name}" on ${path}`);
  }
  const looked = await engine.ask('inspect.look()');
  await engine.ask('inspect.touch()');
  await sleep(aftermath);
  const wrong = [
    ...few(looked.comments.flatMap((comment, index) =>
      Number.parseInt(comment.id, 10) === index
        ? judge(comment, payloads[index], meant[index], named[index])
        : [`comment ${index} calls itself ${comment.id}`])),
    ...few(looked.strangers.map((stranger) => `around the comments stands ${stranger}`)),
    ...few((await engine.ask('inspect.traps()')).map((trap) => `a trap was sprung: ${trap}`)),
    ...few(server.unexpected.map((request) => `a request that nobody expected: ${request}`)),
    ...few(server.violations.map((report) => `a violation was reported: ${report}`)),
  ];
  if (looked.comments.length !== payloads.length) wrong.push(`${looked.comments.length} comments were drawn`);
  if (looked.page !== page) wrong.push(`the page became ${looked.page}`);
  if ((await engine.ask('location.pathname')) !== path) wrong.push('the page was left');
  return wrong.map((text) => `${path}: ${text}`);
};

/** Has the engine's parser read what the sanitizer makes of `soups`, with no page around it: many more can be tried. */
export const readAll = async ({ engine, origin }, soups) => {
  await engine.open(`${origin}/plain`);
  const meant = native(soups, 'images');
  const misread = await engine.ask(`inspect.misread(${JSON.stringify(meant)})`);
  return few(misread.map(({ index, markup, faults }) =>
    `more soup "${index}" is read as ${short(markup)}, but ${short(meant[index])} was meant; ${faults}` +
      source(soups[index])));
};

/** What a page would show that sanitises nothing, and what each must come to light by. */
const controls = [
  ['<img src="data:," onerror="alert(\'control 0\')">', { trap: 'alert(control 0)' }],
  ['<img src="data:," onerror="throw Error(\'control 1\')">', { trap: 'control 1' }],
  ['<img src="data:," onerror="Promise.reject(\'control 2\')">', { trap: 'rejection: control 2' }],
  ['<b onmouseover="print(\'control 3\')">x</b>', { trap: 'print(control 3)' }],
  ['<a href="javas&#9;cript:confirm(\'control 4\')">x</a>', { trap: 'confirm(control 4)' }],
  ['<img src="/control.png">', { request: '/control.png' }],
  ['<img src="http://elsewhere.example/control.png">', { request: 'http://elsewhere.example/control.png' }],
  ['<link rel="stylesheet" href="https://elsewhere.example/control.css">', { request: 'https://elsewhere.example:443' }],
  ['<p style="background: url(/style.png)">x</p>', { request: '/style.png' }],
  ['<i class="x">x</i>', {}],
  ['<svg><b></b></svg>', {}],
  ['<!-- x -->', {}],
];

/** Shows that a page which sanitises nothing would be found out by every trap, and that `vectors` are worth trying. */
export const checkTraps = async ({ engine, server, origin }, vectors) => {
  server.unexpected.length = server.violations.length = 0;
  server.control = controls.map(([html]) => html);
  await engine.open(`${origin}/control`);
  await until(() => engine.ask('inspect.count()'), (count) => count === controls.length, 'the control');
  const { comments, strangers } = await engine.ask('inspect.look()');
  await engine.ask('inspect.touch()');
  await sleep(aftermath);
  const traps = await engine.ask('inspect.traps()');
  const wrong = controls.flatMap(([html, { trap, request }], index) => [
    ...(request || comments[index].faults.length ? [] : [`no fault is found in ${html}`]),
    ...(!trap || traps.some((sprung) => sprung.includes(trap)) ? [] : [`no trap is sprung by ${html}`]),
    ...(!request || server.unexpected.some((seen) => seen.endsWith(request)) ? [] : [`no request comes from ${html}`]),
  ]);
  const texts = vectors.map(({ bytes }) => bytes.toString());
  const suffering = await engine.ask(`inspect.suffers(${JSON.stringify(texts)})`);
  if (suffering < texts.length / 2) wrong.push(`only ${suffering} vectors are at fault before they are sanitised`);
  if (strangers.length) wrong.push(`what stands in contents is taken for ${strangers}`);

  await engine.open(`${origin}/break_policy`);
  await sleep(aftermath);
  const heard = await engine.ask('inspect.traps()');
  for (const directive of ['connect-src', 'img-src', 'require-trusted-types-for']) {
    if (!heard.some((trap) => trap.startsWith(`violation: ${directive}`))) wrong.push(`no violation of ${directive}`);
    if (!server.violations.some((report) => report.includes(directive))) wrong.push(`no report of ${directive}`);
  }
  return wrong.map((text) => `the control: ${text}`);
};
