/** @file The sanitizer, and the rule for names, as the native compiler built them. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program =
  process.env.AFTERWORD_SANITIZE ??
  fileURLToPath(new URL('../../build/native/tests/engines/afterword-sanitize', import.meta.url));

/**
 * What it writes for each of `records`, in order.
 * @param {Buffer[]} records
 * @param {'markup' | 'images' | 'names'} mode Markup; Markup with images; names
 * @returns {string[]}
 */
export const judge = (records, mode = 'markup') => {
  const input = Buffer.concat(records.flatMap((bytes) => [Buffer.from(`${bytes.length}\n`), bytes]));
  const { error, status, stdout, stderr } = spawnSync(program, [mode], { input, maxBuffer: 1 << 28 });
  if (error || status !== 0) throw Error(`${program}: ${error ?? stderr}; tests/run engines builds everything`);
  const written = [];
  for (let at = 0; at < stdout.length; ) {
    const start = stdout.indexOf('\n', at) + 1;
    const end = start + Number(stdout.toString('latin1', at, start));
    written.push(stdout.toString('utf8', start, end));
    at = end;
  }
  if (written.length !== records.length) throw Error(`${program} wrote ${written.length} of ${records.length}`);
  return written;
};
