/** @file The WordPress that tests/backends/wordpress has started, as its owner and its database see it. */

import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('../wordpress', import.meta.url));
const state = process.env['AFTERWORD_BACKENDS'] ?? fileURLToPath(new URL('../../../build/backends', import.meta.url));

/** What tests need to know of it. */
export const env = JSON.parse(readFileSync(join(state, 'wordpress/env.json'), 'utf8')) as { url: string; closed: number };

/** A comment as the database has it. */
export interface Row {
  comment_ID: string;
  comment_parent: string;
  comment_author: string;
  comment_author_email: string;
  comment_author_url: string;
  comment_content: string;
  /** In the site's own time zone, `2026-11-01 10:00:00`. */
  comment_date: string;
  /** `1`, `0` while it is held, `spam` or `trash`. */
  comment_approved: string;
}

/** Answers expressions one after the other, and ends with this process: to start WordPress for each would take longer. */
const converse = (): ((expression: string) => Promise<string>) => {
  const child = spawn(script, ['control', '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async (expression) => {
    child.stdin.write(`${JSON.stringify(expression)}\n`);
    const { value, done } = await answers.next();
    if (done) throw Error(`WordPress ended at ${expression}`);
    return value;
  };
};
let conversation: ReturnType<typeof converse> | undefined;

/** The value of a PHP expression within WordPress; see wordpress-site/control.php. */
export const control = async <Value>(expression: string): Promise<Value> =>
  JSON.parse(await (conversation ??= converse())(expression)) as Value;

/** `value` as PHP, whatever is in it. */
export const php = (value: unknown): string =>
  `json_decode(base64_decode('${Buffer.from(JSON.stringify(value)).toString('base64')}'), true)`;

/** Starts or stops its database; WordPress itself runs on. */
export const database = async (action: 'start' | 'stop'): Promise<void> => {
  await promisify(execFile)(script, ['database', action]);
};
