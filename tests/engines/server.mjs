/**
 * @file The hostile server: the page, the shipped files, and a backend by Afterword's own contract that answers with
 * payloads wherever it can. It is the browser's proxy as well, so that no request goes unseen.
 */

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { urls } from './payloads.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = process.env.AFTERWORD_DIST ?? join(here, '../../web/dist');

/** The policy that the README promises, and where to report to. */
const strict =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' data:; " +
  "style-src 'self'; require-trusted-types-for 'script'; trusted-types afterword; base-uri 'none'; " +
  "frame-ancestors 'none'; report-uri /violations";

const widget = (root) =>
  `<script async src="/afterword.js" data-backend="/api" data-page="/hostile" data-root="${root}" data-subscribe></script>`;
const traps = '<script src="/traps.js"></script><script src="/inspect.js"></script>';
const page = (body) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Hostile</title><link rel="icon" href="data:,">` +
  `${traps}</head><body>${body}</body></html>`;

/** Path, content, policy. */
const pages = {
  '/strict': [page(widget('shadow')), strict],
  '/bare': [page(widget('shadow'))],
  '/light': [page(widget('light'))],
  '/plain': [page('')],
  '/control': [page('<script src="/control.js"></script>')],
  '/break_policy': [page('<script src="/break_policy.js"></script>'), strict],
};

const types = {
  '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json',
  '.wasm': 'application/wasm',
};

const files = Object.fromEntries([
  ...['traps.js', 'inspect.js', 'control.js', 'break_policy.js'].map((name) => [`/${name}`, join(here, 'page', name)]),
  ...['afterword.js', 'host.mjs', 'afterword-core.mjs', 'afterword-core.wasm', 'afterword-reader.wasm', 'afterword.css',
    'writing.mjs', 'recipes/afterword.json'].map((name) => [`/${name}`, join(dist, name)]),
]);

/** What browsers ask their makers; the payloads have nothing there. */
const makers = /(^|\.)((?!www\.)[\w-]+\.(google|googleapis|gvt1)\.com|[\w.-]+\.(mozilla\.(com|net|org)|firefox\.com))$/;

/** How many comments a page of the list has. */
export const pageSize = 200;

const attack = '"><img src=/hit onerror=alert(1)>';

/** `bytes` as a JSON string, ill-formed UTF-8 and all. */
const quoted = (bytes) =>
  Buffer.from(`"${bytes.toString('latin1').replace(/["\\\x00-\x1f]/g, (character) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`, 'latin1');

const commentOf = ({ bytes }, index) => {
  const text = bytes.toString();
  const rest = JSON.stringify({
    id: `${index}${attack}`,
    parent: index % 7 === 3 ? text : null,
    name: text,
    website: urls[index % urls.length],
    created: index % 2 ? '2026-11-24T10:00:00Z' : text,
    status: text,
  });
  return Buffer.concat([Buffer.from(`${rest.slice(0, -1)},"content":`), quoted(bytes), Buffer.from('}')]);
};

/** Answers as the contract says, and takes note of all that nobody should have asked for. */
export class HostileServer {
  /** Requests that are no part of the scenario, as `GET /hit`. */
  unexpected = [];
  /** Reports of a violated policy, as sent. */
  violations = [];
  /** What the page /control puts in. */
  control = [];
  /** @type {import('./payloads.mjs').Payload[]} contents of the comments, in order */
  payloads = [];
  #server = createServer((request, response) => this.#answer(request, response));

  /** Listens on 127.0.0.1, and returns its port. */
  async start() {
    this.#server.on('connect', (request, socket) => {
      this.#note(request.method, `https://${request.url}`);
      socket.on('error', () => {}).end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this.#server.address().port;
  }

  close() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #note(method, url) {
    if (!makers.test(new URL(url).hostname)) this.unexpected.push(`${method} ${url}`);
  }

  #answer(request, response) {
    const reply = (status, type, body, headers = {}) =>
      response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', ...headers }).end(body);
    const isProxied = !request.url.startsWith('/');
    const url = new URL(isProxied ? request.url : `http://${request.headers.host}${request.url}`);
    const path = isProxied ? undefined : url.pathname;
    if (request.method === 'POST' && path === '/violations') {
      request.setEncoding('utf8').on('data', (part) => this.violations.push(part));
      return reply(200, 'text/plain', '');
    }
    if (request.method === 'GET' && path === '/api/comments') {
      const list = this.#list(url.searchParams);
      if (list) return reply(200, types['.json'], list);
    } else if (request.method === 'GET' && path === '/api/events') {
      return reply(204, 'text/plain', ''); // nothing by a stream: the widget asks, then, and hears the same payloads
    } else if (request.method === 'GET' && path === '/api/updates') {
      return reply(200, types['.json'], this.#list(new URLSearchParams({ page: url.searchParams.get('page') })));
    } else if (request.method === 'GET' && path === '/control.json') {
      return reply(200, types['.json'], JSON.stringify(this.control));
    } else if (request.method === 'GET' && !url.search && path in pages) {
      const [body, policy] = pages[path];
      return reply(200, 'text/html; charset=utf-8', body, policy && { 'Content-Security-Policy': policy });
    } else if (request.method === 'GET' && !url.search && path in files) {
      return reply(200, types[extname(path)], readFileSync(files[path]));
    }
    this.#note(request.method, url.href);
    return reply(404, 'text/plain', 'not here');
  }

  /** The page of the list that the query asks for, if this server has given that cursor. */
  #list(query) {
    const cursor = query.get('cursor') ?? `0${attack}`;
    const start = Number.parseInt(cursor, 10);
    if (query.get('page') !== '/hostile' || cursor !== `${start}${attack}`) return undefined;
    const end = Math.min(start + pageSize, this.payloads.length);
    const comments = this.payloads.slice(start, end).map((payload, index) => commentOf(payload, start + index));
    const rest = JSON.stringify({
      total: this.payloads.length,
      next: end < this.payloads.length ? `${end}${attack}` : null,
      closed: false,
      followers: 1,
      form: { comment: { required: true }, name: { required: true }, email: { required: true }, website: {} },
    });
    const separated = comments.flatMap((comment) => [Buffer.from(','), comment]).slice(1);
    return Buffer.concat([Buffer.from(`${rest.slice(0, -1)},"comments":[`), ...separated, Buffer.from(']}')]);
  }
}
