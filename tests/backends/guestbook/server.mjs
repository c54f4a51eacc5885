/** @file Guestbook 2000: `node server.mjs --help` says how it is started, API.md how it is spoken to. */

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { Book } from './book.mjs';
import { Desk } from './desk.mjs';
import { Refusal } from './refusal.mjs';

const help = `node server.mjs [options]
  --port PORT       the port on 127.0.0.1 (8160); 0 takes any that is free
  --file FILE       the book (guestbook.jsonl); it is made when missing
  --origin ORIGIN   of pages that may use it; may be repeated
  --hold WORD       an entry with this word waits for the owner; may be repeated
  --block WORD      an entry with this word is not taken; may be repeated
  --flood SECONDS   between two entries of one name (10)
  --sheet N         top-level entries that are read at once (10)
  --key KEY         what the owner shows at /owner; without it nobody is the owner
`;

const words = { type: 'string', multiple: true, default: [] };
const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '8160' },
    file: { type: 'string', default: 'guestbook.jsonl' },
    origin: words,
    hold: words,
    block: words,
    flood: { type: 'string', default: '10' },
    sheet: { type: 'string', default: '10' },
    key: { type: 'string', default: '' },
    help: { type: 'boolean' },
  },
});
if (options.help) {
  console.log(help);
  process.exit();
}

const desk = new Desk(new Book(options.file), {
  hold: options.hold, block: options.block, flood: Number(options.flood), sheet: Number(options.sheet),
});

/** Bytes of a request that are looked at. */
const mostBytes = 65536;
/** Milliseconds for which a ticket is good. */
const ticketLife = 3600_000;
/** When each ticket ends. They are not kept: whoever comes after a restart fetches another. */
const tickets = new Map();

const issueTicket = () => {
  const now = Date.now();
  for (const [ticket, end] of tickets) if (end < now) tickets.delete(ticket);
  const ticket = randomBytes(12).toString('base64url');
  tickets.set(ticket, now + ticketLife);
  return ticket;
};

const checkTicket = (ticket) => {
  if (!(tickets.get(ticket) > Date.now())) throw new Refusal(3, 'Your ticket is not valid here. Please fetch a new one.');
};

const checkKey = (key) => {
  const [shown, real] = [Buffer.from(String(key)), Buffer.from(options.key)];
  if (real.length === 0 || shown.length !== real.length || !timingSafeEqual(shown, real))
    throw new Refusal(4, 'You are not the owner.');
};

const bodyOf = async (request) => {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > mostBytes) throw new Refusal(99, 'That is more than I can read.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
};

const jsonOf = async (request) => {
  const text = await bodyOf(request);
  try {
    return Object(JSON.parse(text));
  } catch {
    throw new Refusal(99, 'I do not understand what you say.');
  }
};

/** What is asked for, by method and path; each gives the `data` of its answer. */
const doors = {
  'GET /ticket': () => ({ ticket: issueTicket() }),
  'POST /entries/read': async (request) => desk.read(await jsonOf(request)),
  'PUT /entries': async (request) => {
    checkTicket(request.headers['x-gb-ticket']);
    return desk.write(await jsonOf(request));
  },
  'POST /owner': async (request) => {
    const asked = await jsonOf(request);
    checkKey(asked.key);
    return desk.obey(asked);
  },
};

const send = (response, status, headers, body = '') => response.writeHead(status, headers).end(body);

const answer = async (door, request) => {
  try {
    return { ok: true, data: await door(request) };
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    console.error(error);
    return new Refusal(98, 'The book has fallen on the floor.').answer;
  }
};

const server = createServer(async (request, response) => {
  const name = `${request.method} ${request.url.split('?', 1)[0]}`;
  response.setHeader('vary', 'origin');
  if (options.origin.includes(request.headers.origin)) {
    response.setHeader('access-control-allow-origin', request.headers.origin);
    if (request.method === 'OPTIONS')
      return send(response, 204, {
        'access-control-allow-methods': 'GET, POST, PUT',
        'access-control-allow-headers': 'content-type, x-gb-ticket',
      });
  }
  if (name === 'POST /news') {
    const form = new URLSearchParams(await bodyOf(request).catch(() => ''));
    return send(response, 303, { location: `/news?news=${desk.subscribe(form.get('mail'))}` });
  }
  if (name === 'GET /news')
    return send(response, 200, { 'content-type': 'text/html; charset=utf-8' }, '<!DOCTYPE html><title>News</title><p>Thank you.</p>');
  if (!Object.hasOwn(doors, name)) return send(response, 404, { 'content-type': 'text/plain' }, 'Nothing here.');
  const body = JSON.stringify(await answer(doors[name], request));
  return send(response, 200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }, body);
});

server.listen(Number(options.port), '127.0.0.1', () => {
  console.log(`Guestbook 2000 at http://127.0.0.1:${server.address().port}`);
});
