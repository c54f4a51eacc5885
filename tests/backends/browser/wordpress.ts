/** @file The WordPress that tests/backends/wordpress has started, as its owner and its database see it. */

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  /** `1`, `0` while it is held, `spam` or `trash`. */
  comment_approved: string;
}

const run = async (...words: string[]): Promise<string> => (await promisify(execFile)(script, words)).stdout;

/** The value of a PHP expression within WordPress; see wordpress-site/control.php. */
export const control = async <Value>(expression: string): Promise<Value> => JSON.parse(await run('control', expression)) as Value;

/** `value` as PHP, whatever is in it. */
export const php = (value: unknown): string =>
  `json_decode(base64_decode('${Buffer.from(JSON.stringify(value)).toString('base64')}'), true)`;

/** Starts or stops its database; WordPress itself runs on. */
export const database = (action: 'start' | 'stop'): Promise<string> => run('database', action);
