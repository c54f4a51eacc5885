/**
 * @file Plays the story of a backend against the real server and writes down what was asked and answered:
 * `node tests/backends/record.mjs NAME [--to FOLDER]`. The server must run; its env.json says where.
 */

import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = fileURLToPath(new URL('.', import.meta.url));
const backends = process.env.AFTERWORD_BACKENDS ?? join(here, '../../build/backends');

/**
 * What a story is given.
 * @typedef {object} Scene
 * @property {Record<string, any>} env what the server's env.json says
 * @property {(name: string, request: object) => Promise<object>} record sends a request, and keeps it with its answer
 * @property {(...words: string[]) => Promise<any>} control `tests/backends/NAME control WORD...`; the JSON it printed
 * @property {(...words: string[]) => Promise<string>} script `tests/backends/NAME WORD...`; what it printed
 */

/** Headers that say nothing of the backend, or change with each request. */
const dropped = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'host', 'server', 'x-powered-by']);
/** Bytes of a text in a request that a fixture keeps; answers are kept whole. */
const kept = 2000;

const operation = /^(list|updates|recent|create|edit|remove|vote|report|count|preview|subscribe|me|token)\.[a-z0-9]+(-[a-z0-9]+)*$/;

const cut = (text) => (text.length <= kept ? text : `${text.slice(0, kept)}... (${text.length} characters)`);

/** Cookies by name: their values are secrets, and dates. */
const headersOf = (response) => {
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !dropped.has(name)));
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split('=', 1)[0]);
  if (cookies.length > 0) headers['set-cookie'] = [...new Set(cookies)].join(', ');
  return headers;
};

const lowered = (headers) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) =>
    [name.toLowerCase(), /^(cookie|authorization)$/i.test(name) ? '...' : value]));

/** What was recorded in one run of a story. */
class Record {
  /** Texts of fixtures by name. */
  #fixtures = new Map();

  /** In place of all that `folder` holds, but for what recipes should read in them; returns how many they are. */
  save(folder) {
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(folder)) if (file !== 'expect.json') rmSync(join(folder, file));
    for (const [name, text] of this.#fixtures) writeFileSync(join(folder, `${name}.json`), text);
    return this.#fixtures.size;
  }

  /**
   * Sends `request` by fetch exactly so, and keeps it with its answer.
   * @param {string} name `operation.case`
   * @param {{method?: string, url: string, headers?: Record<string, string>, body?: string, redirect?: RequestRedirect}} request
   * @return {Promise<{status: number, url: string, redirected: boolean, headers: Headers, body: string}>}
   */
  send = async (name, { method = 'GET', url, headers = {}, body, redirect = 'follow' }) => {
    if (!operation.test(name)) throw new Error(`'${name}' is no operation.case`);
    if (this.#fixtures.has(name)) throw new Error(`'${name}' was recorded already`);
    const response = await fetch(url, { method, headers, body, redirect });
    const text = await response.text();
    const answer = { status: response.status, url: response.url, redirected: response.redirected };
    const request = { method, url: cut(url), headers: lowered(headers) };
    if (body !== undefined) request.body = cut(String(body));
    this.#fixtures.set(name, `${JSON.stringify({
      operation: name.slice(0, name.indexOf('.')),
      request,
      response: { ...answer, headers: headersOf(response), body: text },
    }, null, 2)}\n`);
    return { ...answer, headers: response.headers, body: text };
  };
}

/** Runs `tests/backends/NAME WORD...`; what it printed. */
const scriptOf = (name) => async (...words) =>
  (await promisify(execFile)(join(here, name), words, { maxBuffer: 1 << 26 })).stdout;

/** `tests/backends/NAME control WORD...`, and the JSON that it printed. */
const controlOf = (name) => async (...words) => {
  const text = await scriptOf(name)('control', ...words);
  return text.trim() === '' ? undefined : JSON.parse(text);
};

/** Plays the story of `name` into `folder`, once all of it went through; returns how many fixtures there are. */
const play = async (name, folder) => {
  const env = JSON.parse(readFileSync(join(backends, name, 'env.json'), 'utf8'));
  const { default: story } = await import(new URL(`stories/${name}.mjs`, import.meta.url));
  const record = new Record();
  await story({ env, record: record.send, control: controlOf(name), script: scriptOf(name) });
  return record.save(folder);
};

const [name, option, folder] = process.argv.slice(2);
if (!name || (option && (option !== '--to' || !folder))) {
  console.error('node tests/backends/record.mjs NAME [--to FOLDER]');
  process.exit(2);
}
const count = await play(name, folder ?? join(here, 'fixtures', name));
console.log(`${count} fixtures of ${name}`);
