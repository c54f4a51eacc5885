/**
 * @file The demo's mails on their way through a mail server and a parser that are not ours: subscribe, read the mail,
 * follow its links. AFTERWORD_DEMO names the server's program. Servers start on ports that are free.
 */

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.AFTERWORD_DEMO ?? join(root, 'build/native/demo/backend/afterword-demo');
const folder = mkdtempSync(join(tmpdir(), 'afterword-'));
const title = 'Über den Rand hinaus: 漢字, मराठी und 🙂 in einem Betreff, der in keine Zeile passt';
const page = '/elements';

cpSync(join(root, 'demo/site'), join(folder, 'site'), { recursive: true });
const file = join(folder, 'site/elements.html');
writeFileSync(file, readFileSync(file, 'utf8').replace(/<h1>.*<\/h1>/, `<h1>${title}</h1>`));

const endings = [];
after(() => {
  for (const end of endings.reverse()) end();
  rmSync(folder, { recursive: true });
});

/** Starts the mail server; resolves with where it is. */
function startMail(name, settings = {}) {
  const ports = { AFTERWORD_MAIL_SMTP: '0', AFTERWORD_MAIL_HTTP: '0' };
  const env = { ...process.env, AFTERWORD_BACKENDS: join(folder, name), ...ports, ...settings };
  const mail = (word) => execFileSync(join(root, 'tests/backends/mail'), [word], { env, encoding: 'utf8' });
  endings.push(() => mail('stop'));
  return JSON.parse(mail('start'));
}

/** Starts the demo; resolves with its URL. */
function startDemo(name, ...options) {
  const child = spawn(program, ['serve', '--port', '0', '--database', join(folder, name), '--web', folder,
    '--pages', join(folder, 'site'), '--interval', '0', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  endings.push(() => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    child.stdout.once('data', (said) => resolve(String(said).trim().replace(/\/$/, '')));
    child.once('exit', (code) => reject(Error(`the server ended with ${code}`)));
  });
}

async function post(url, body) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

/** What the button on the page behind a link does. */
async function press(link) {
  const shown = await fetch(link, { headers: { accept: 'text/html' } });
  assert.equal(shown.status, 200);
  assert.match(await shown.text(), /<form method="post">/);
  const headers = { origin: new URL(link).origin, accept: 'text/html' };
  return fetch(link, { method: 'POST', headers, body: new URLSearchParams() });
}

const followers = async (demo) => (await (await fetch(`${demo}/api/subscriptions`)).json()).followers;

/** The mails to an address, once there are so many. */
async function mails(mail, to, count) {
  for (let tries = 0; tries < 100; ++tries) {
    const found = await (await fetch(`${mail.url}/messages?to=${encodeURIComponent(to)}`)).json();
    if (found.length >= count) return found;
    await sleep(100);
  }
  throw Error(`no ${count} mails came to ${to}`);
}

const linkTo = (message, part) => message.links.find((link) => link.includes(part));

test('a subscription is confirmed by the mail that came, and ended by its link', async () => {
  const mail = startMail('plain');
  const demo = await startDemo('plain.db', '--smtp', mail.smtp);
  const before = await followers(demo);
  const asked = await post(`${demo}/api/subscriptions`, { email: 'ada@host.example' });
  assert.deepEqual(asked, { status: 202, body: { status: 'pending' } });
  const [question] = await mails(mail, 'ada@host.example', 1);
  assert.equal(question.subject, 'Confirm your subscription');
  assert.equal(question.from, 'no-reply@[127.0.0.1]');
  assert.equal(question.headers['auto-submitted'], 'auto-generated');
  assert.match(question.headers.date, /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/);
  assert.match(question.headers['message-id'], /^<[0-9a-f]{48}@\[127\.0\.0\.1\]>$/);
  assert.equal(question.encrypted, false);

  // A scanner that follows the links of a mail confirms nothing.
  for (const link of question.links) await fetch(link);
  assert.equal(await followers(demo), before);
  assert.equal((await press(linkTo(question, '/confirm?'))).status, 200);
  assert.equal(await followers(demo), before + 1);

  const [, welcome] = await mails(mail, 'ada@host.example', 2);
  assert.equal(welcome.subject, 'You are subscribed');
  assert.equal((await press(linkTo(welcome, '/unsubscribe?'))).status, 200);
  assert.equal(await followers(demo), before);
});

test('one click of a mail program ends it, as the headers say', async () => {
  const mail = startMail('click');
  const demo = await startDemo('click.db', '--smtp', mail.smtp, '--from', 'blog@host.example');
  const before = await followers(demo);
  await post(`${demo}/api/subscriptions`, { email: 'bea@host.example' });
  const [question] = await mails(mail, 'bea@host.example', 1);
  assert.equal(question.from, 'blog@host.example');
  assert.equal(question.headers.from, '"The Wide Margin" <blog@host.example>');
  await press(linkTo(question, '/confirm?'));
  const [, { headers }] = await mails(mail, 'bea@host.example', 2);
  assert.equal(await followers(demo), before + 1);
  assert.equal(headers['list-unsubscribe-post'], 'List-Unsubscribe=One-Click');
  const [, url] = /^<(http:[^>]+)>$/.exec(headers['list-unsubscribe']);
  const click = await fetch(url, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
  assert.equal(click.status, 200);
  assert.equal(await followers(demo), before);
});

test('a follow-up comment arrives as it was written, and encrypted where the server can', async () => {
  const mail = startMail('encrypted', { AFTERWORD_MAIL_STARTTLS: '1' });
  const demo = await startDemo('encrypted.db', '--smtp', mail.smtp);
  const ada = { name: 'Ada', email: 'ada@host.example', website: '', notify_comments: true };
  const comment = { page, parent: null, key: 'ada', comment: 'First.', ...ada };
  assert.equal((await post(`${demo}/api/comments`, comment)).status, 201);
  const [question] = await mails(mail, 'ada@host.example', 1);
  assert.equal(question.subject, `Confirm: follow-up comments on "${title}"`);
  await press(linkTo(question, '/confirm?'));
  const lines = '.\n..\n.hidden\n=41 = A, and trailing space \n漢字, मराठी, 🙂, مرحبا\n';
  const text = lines + 'long '.repeat(300).trim();
  const bea = { name: 'Bea Ångström', email: 'bea@host.example', notify_comments: false };
  assert.equal((await post(`${demo}/api/comments`, { ...comment, key: 'bea', comment: text, ...bea })).status, 201);
  const [, , news] = await mails(mail, 'ada@host.example', 3);
  assert.equal(news.subject, `New comment on "${title}"`);
  const place = `Read it in its place:\n${demo}${page}#comment-`;
  assert.ok(news.text.startsWith(`Bea Ångström wrote on "${title}":\n\n${text}\n\n${place}`), news.text);
  for (const message of await mails(mail, 'ada@host.example', 3)) assert.equal(message.encrypted, true);
});
