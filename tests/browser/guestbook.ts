/** @file The guestbook, a backend with its own way in everything, as a process of its own on a port of its own. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Program } from './program.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'tests/backends/guestbook/server.mjs');
const key = 'of-the-house';

/** The recipe that the tutorial leads to. */
export const recipe = readFileSync(join(root, 'tests/backends/guestbook/guestbook.json'), 'utf8');

/** A page with the tag of the tutorial, for a guestbook at `url`. */
export const pageFor = (url: string): string => {
  const tutorial = readFileSync(join(root, 'web/recipes/tutorial.md'), 'utf8');
  const tag = /```html\n(.*?)```/s.exec(tutorial)![1]!.replace('http://127.0.0.1:8160', url);
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>The summer fair</title>
  <link rel="icon" href="/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/site.css">
</head>
<body>
  <main>
    <h1>The summer fair</h1>
    ${tag}
  </main>
</body>
</html>
`;
};

/** The page as the tutorial's tag names it. */
export const fair = '/summer-fair';

/** What somebody writes without a browser; the rest is filled in. */
export interface Entry {
  nick: string;
  words: string;
  under?: number;
}

/** A guestbook with an empty book. */
export class Guestbook {
  readonly #folder = mkdtempSync(join(tmpdir(), 'afterword-guestbook-'));
  readonly #program = new Program();
  #url = '';
  #origin = '';

  /**
   * Starts it; after a first start, on the same port and with the same book. Resolves with its URL.
   * @param origin of the pages that may use it; by default, as before
   */
  async start(origin = this.#origin): Promise<string> {
    this.#origin = origin;
    const file = join(this.#folder, 'book.jsonl');
    return (this.#url = await this.#program.start(process.execPath, [program, '--port', this.#program.port,
      '--file', file, '--origin', origin, '--hold', 'lottery', '--block', 'casino', '--key', key]));
  }

  /** `kill -9`. */
  kill(): Promise<void> {
    return this.#program.kill();
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true });
  }

  async #ask<Data>(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Data> {
    const response = await fetch(this.#url + path, { method, headers, body: body ? JSON.stringify(body) : null });
    const { data, err } = (await response.json()) as { data?: Data; err?: object };
    if (!data) throw Error(JSON.stringify(err));
    return data;
  }

  /** Writes an entry as any program might; resolves with its number. */
  async write({ under, ...entry }: Entry): Promise<number> {
    const { ticket } = await this.#ask<{ ticket: string }>('GET', '/ticket');
    const body = { page: fair, under: under ?? 'root', agree: 'Y', ...entry };
    return (await this.#ask<{ entry: { id: number } }>('PUT', '/entries', body, { 'x-gb-ticket': ticket })).entry.id;
  }

  /** What the server has on the page, whatever a browser shows. */
  read(): Promise<{ count: number; list: { entry: { nick: string; source: string } }[] }> {
    return this.#ask('POST', '/entries/read', { page: fair, from: null });
  }

  /** What its owner does: `remove` or `release` an entry, `close` or `reopen` a page. */
  async owner(deed: string, what: number | string): Promise<void> {
    await this.#ask('POST', '/owner', { key, do: deed, what });
  }
}
