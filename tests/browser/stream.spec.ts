/** @file What a backend says by itself: streams of it, for as long as the widget lives. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test as base } from './fixtures.ts';
import { Front } from './front.ts';
import { begin, end, perform, told } from './writer.ts';

/** A backend whose streams the test writes. */
interface Streams {
  readonly address: string;
  readonly asked: string[];
  readonly open: Set<ServerResponse>;
  /** What the next ones that ask get, in place of a stream. */
  answer: ((asked: IncomingMessage, answer: ServerResponse) => void) | undefined;
}

const test = base.extend<{ streams: Streams }>({
  streams: async ({ server, url }, use) => {
    // Without a widget of the site's own, which would listen too.
    server.write('bare.html', '<!DOCTYPE html><html lang="en"><title>Bare</title><link rel="icon" href="/icon.svg">');
    const front = new Front();
    const address = `${await front.listen(url)}/bare`;
    const streams: Streams = { address, asked: [], open: new Set(), answer: undefined };
    front.instead = (asked, answer) => {
      streams.asked.push(asked.url!);
      if (streams.answer) return streams.answer(asked, answer);
      answer.writeHead(200, { 'content-type': 'text/event-stream' });
      answer.write('retry: 1\n\n');
      streams.open.add(answer);
      answer.on('close', () => streams.open.delete(answer));
    };
    await use(streams);
    front.close();
  },
});

const say = (streams: Streams, text: string) => {
  for (const answer of streams.open) answer.write(text);
};

test('each message is told, with the id of its stream, and what is no message is not', async ({ page, streams }) => {
  await begin(page, streams.address);
  await perform(page, { type: 'stream', id: 7, url: '/api/events?page=a' });
  await expect.poll(() => streams.open.size).toBe(1);
  say(streams, ': still here\n\nid: 1\ndata: {"comments":[]}\n\nevent: other\ndata: x\n\ndata: two\ndata: lines\n\n');
  await expect.poll(() => told(page)).toEqual([
    { type: 'streamed', id: 7, value: '{"comments":[]}' },
    { type: 'streamed', id: 7, value: 'two\nlines' },
  ]);
  expect(streams.asked).toEqual(['/api/events?page=a']);
});

test('a stream that breaks goes on by itself; one that is refused is told of, once', async ({ page, streams }) => {
  await begin(page, streams.address);
  await perform(page, { type: 'stream', id: 1, url: '/api/events' });
  await expect.poll(() => streams.open.size).toBe(1);
  for (const answer of streams.open) answer.end();
  await expect.poll(() => streams.asked.length).toBe(2);
  await expect.poll(() => streams.open.size).toBe(1);
  expect(await told(page)).toEqual([]);
  streams.answer = (_, answer) => answer.writeHead(204).end();
  for (const answer of streams.open) answer.end();
  await expect.poll(() => told(page)).toEqual([{ type: 'streamed', id: 1 }]);
  await perform(page, { type: 'stream', id: 2, url: 'http://[' });
  expect(await told(page)).toEqual([{ type: 'streamed', id: 1 }, { type: 'streamed', id: 2 }]);
  expect(streams.asked.length).toBe(3);
});

test('a browser without streams says so at once', async ({ page, streams }) => {
  await page.addInitScript(() => delete (self as { EventSource?: object }).EventSource);
  await begin(page, streams.address);
  await perform(page, { type: 'stream', id: 3, url: '/api/events' });
  expect(await told(page)).toEqual([{ type: 'streamed', id: 3 }]);
});

test('a stream ends when that is asked for, and with the widget', async ({ page, streams }) => {
  await begin(page, streams.address);
  await perform(page, { type: 'stream', id: 1, url: '/api/events?1' });
  await perform(page, { type: 'stream', id: 2, url: '/api/events?2' });
  await expect.poll(() => streams.open.size).toBe(2);
  await perform(page, { type: 'abort', id: 1 });
  await perform(page, { type: 'abort', id: 9 });
  await expect.poll(() => streams.open.size).toBe(1);
  await end(page);
  await expect.poll(() => streams.open.size).toBe(0);
  expect(await told(page)).toEqual([]);
  expect(streams.asked).toEqual(['/api/events?1', '/api/events?2']);
});
