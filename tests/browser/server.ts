/** @file The demo's server, as a process that can be paused, killed and started again on the same database. */

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Program } from './program.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env['AFTERWORD_DEMO'] ?? join(root, 'build/native/demo/backend/afterword-demo');
const web = process.env['AFTERWORD_DIST'] ?? join(root, 'web/dist');

for (const file of [program, join(web, 'afterword.js')])
  if (!existsSync(file)) throw Error(`${file} is not built yet; tests/run browser builds everything`);

/** The article with the sample comments. */
export const article = '/a-comment-section-is-a-promise';

/** A server of one's own: the demo's site, with the pages of these tests beside it, on an empty database. */
export class Server {
  readonly #folder = mkdtempSync(join(tmpdir(), 'afterword-'));
  readonly #database = join(this.#folder, 'comments.sqlite');
  readonly #pages = join(this.#folder, 'site');
  readonly #program = new Program();

  constructor() {
    cpSync(join(root, 'demo/site'), this.#pages, { recursive: true });
    cpSync(join(root, 'tests/browser/pages'), this.#pages, { recursive: true });
  }

  /** Puts a file of a test's own among the pages. */
  write(name: string, text: string): void {
    writeFileSync(join(this.#pages, name), text);
  }

  /**
   * Starts it; after a first start, on the same port. Resolves with its base URL once it listens. Tests post faster
   * than people, so no pause is asked of them, unless the options say otherwise.
   */
  start(...options: string[]): Promise<string> {
    return this.#program.start(program, ['serve', '--port', this.#program.port, '--database', this.#database,
      '--web', web, '--pages', this.#pages, '--interval', '0', ...options]);
  }

  /** Stops it in the middle of whatever it does: it still takes connections, and answers nothing. */
  pause(): void {
    this.#program.signal('SIGSTOP');
  }

  resume(): void {
    this.#program.signal('SIGCONT');
  }

  /** `kill -9`: it gets no chance to write anything down. */
  kill(): Promise<void> {
    return this.#program.kill();
  }

  /** Runs a subcommand on the same database, and returns what it prints. */
  command(...words: string[]): string {
    return execFileSync(program, [...words, '--database', this.#database], { encoding: 'utf8' });
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true });
  }
}
