/** @file A real backend, which `tests/backends/NAME start` has started, and what its owner does to it. */

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const folder = fileURLToPath(new URL('..', import.meta.url));
const state = process.env['AFTERWORD_BACKENDS'] ?? join(folder, '../../build/backends');

/** What `tests/backends/NAME start` said: where it is, and what there is on it. */
export const envOf = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(join(state, name, 'env.json'), 'utf8')) as Record<string, string>;

/** A text within SQL, whatever stands in it. */
export const quoted = (text: string): string => `convert(unhex('${Buffer.from(text).toString('hex')}') using utf8mb4)`;

export class Backend {
  readonly env: Record<string, string>;

  constructor(readonly name: string) {
    this.env = envOf(name);
  }

  /** Its base URL. */
  get url(): string {
    return this.env['url']!;
  }

  /** Runs `tests/backends/NAME WORD...`; what it printed. */
  async script(...words: string[]): Promise<string> {
    return (await promisify(execFile)(join(folder, this.name), words, { maxBuffer: 1 << 26 })).stdout;
  }

  control(...words: string[]): Promise<string> {
    return this.script('control', ...words);
  }

  /** The rows that `from` says, each with these columns of its, in this order. */
  async rows(columns: string[], from: string): Promise<unknown[][]> {
    const text = await this.control('query', `select json_array(${columns.join(', ')}) from ${from}`);
    return text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as unknown[]);
  }

  /** Does `action` while its database is down. */
  async withoutDatabase(action: () => Promise<void>): Promise<void> {
    await this.script('database', 'stop');
    try {
      await action();
    } finally {
      await this.script('database', 'start');
    }
  }
}
