/** @file What the guestbook answers. Each name writes once: it lets nobody write twice within ten seconds. */

import { hostile, hostileNames } from '../hostile.mjs';

/** A page of another origin, which the guestbook was told of. */
const elsewhere = { origin: 'https://blog.example' };
const json = { 'content-type': 'application/json', ...elsewhere };

/** @param {import('../record.mjs').Scene} scene */
export default async ({ env, record }) => {
  const time = Date.now();
  const page = `/story-${time}`;
  const nameOf = (name) => `${name} ${time % 100_000}`;
  const post = (path, body) => ({ method: 'POST', url: env.url + path, headers: json, body: JSON.stringify(body) });
  const list = (name, from = null, of = page) => record(`list.${name}`, post('/entries/read', { page: of, from }));

  const dataOf = (name, text) => {
    const { data } = JSON.parse(text);
    if (!data) throw new Error(`${name}: ${text}`);
    return data;
  };
  /** For what only prepares the story: it must succeed, and is not recorded. */
  const quietly = async ({ url, ...request }) => dataOf(url, await (await fetch(url, request)).text());
  const owner = (deed, what) => quietly(post('/owner', { key: env.key, do: deed, what }));

  const { ticket } = dataOf('ticket', (await record('token.ok', { url: `${env.url}/ticket`, headers: elsewhere })).body);
  const put = (entry, headers = { 'x-gb-ticket': ticket }) => ({
    method: 'PUT', url: `${env.url}/entries`, headers: { ...json, ...headers },
    body: JSON.stringify({ page, under: 'root', agree: 'Y', ...entry }),
  });
  const write = (name, entry, headers) => record(`create.${name}`, put(entry, headers));
  const entryOf = async (name, entry) => dataOf(name, (await write(name, entry)).body).entry;
  const refused = (name, entry, headers) => write(name, { nick: nameOf('Eve'), words: 'x', ...entry }, headers);

  const spoken = async () => {
    await list('empty');
    const ann = {
      nick: nameOf('Ann'), mail: 'ann@example.org', source: 'By chance',
      words: 'A <b>first</b> word & more.\n\nhttps://a.example/?x=1&y=2\nsecond line',
    };
    const { id } = await entryOf('ok', ann);
    const reply = await entryOf('reply', { nick: nameOf('Bob & Co'), words: 'A reply', under: id });
    await entryOf('reply-to-reply', { nick: nameOf('Cleo'), words: 'A reply to a reply', under: reply.id });
    await write('duplicate', ann);
    await write('flood', { ...ann, words: 'One more thing' });
    const held = await entryOf('held', { nick: nameOf('Dan'), words: 'I won the lottery' });
    await refused('reply-to-held', { under: held.id });
    await refused('parent-as-text', { under: String(id) });
    await list('first');
    await owner('release', held.id);
    await list('released');
    await owner('remove', reply.id);
    await list('removed');
  };

  const unspoken = async () => {
    await refused('blocked', { words: 'The best casino in town' });
    await refused('missing-name', { nick: ' ' });
    await refused('missing-words', { words: '' });
    await refused('too-long', { words: 'é'.repeat(501) });
    await refused('too-long-name', { nick: '&'.repeat(9) });
    await refused('invalid-email', { mail: 'nobody' });
    await refused('invalid-source', { source: 'By accident' });
    await refused('missing-consent', { agree: '' });
    await refused('many-problems', { nick: '', words: '', mail: 'nobody', source: '?', agree: 'N' });
    await refused('closed', { page: env.closed });
    await refused('unknown-parent', { under: 99999999 });
    await refused('no-ticket', {}, {});
    await refused('old-ticket', {}, { 'x-gb-ticket': 'Wm9uZSBvZg' });
    await record('create.bad-json', { ...put({}), body: '{"page":' });
    await record('create.too-large', { ...put({}), body: 'x'.repeat(65537) });
    await list('closed', null, env.closed);
    await list('no-page', null, '');
    const asked = { 'access-control-request-method': 'PUT', 'access-control-request-headers': 'content-type,x-gb-ticket' };
    const preflight = (name, origin) => record(`create.${name}`, {
      method: 'OPTIONS', url: `${env.url}/entries`, headers: { ...asked, origin },
    });
    await preflight('preflight', elsewhere.origin);
    await preflight('preflight-of-others', 'https://other.example');
  };

  const many = async () => {
    const long = `${page}/long`;
    for (let i = 1; i <= 12; ++i) await quietly(put({ page: long, nick: nameOf(`Guest ${i}`), words: `Number ${i}` }));
    const { next } = dataOf('page-1', (await list('page-1', null, long)).body);
    await list('page-2', next, long);
    await list('past-end', '99999999', long);
  };

  const harmful = async () => {
    const harm = `${page}/harm`;
    for (const [index, words] of hostile.entries()) {
      const nick = `${hostileNames[index].replace('=alert(1)', '')} ${time % 1000}`; // must fit into 40 letters
      await entryOf(`hostile-${index + 1}`, { page: harm, nick, words });
    }
    await list('hostile', null, harm);
  };

  const news = (name, mail, redirect = 'follow') => record(`subscribe.${name}`, {
    method: 'POST', url: `${env.url}/news`, redirect, body: new URLSearchParams({ mail }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...elsewhere },
  });

  await spoken();
  await unspoken();
  await many();
  await harmful();
  await news('ok', `reader-${time}@example.org`);
  await news('again', `Reader-${time}@example.org`);
  await news('bad', 'nobody');
  await news('too-long', `${'x'.repeat(40)}@example.org`);
  await news('redirect', 'nobody', 'manual');
};
