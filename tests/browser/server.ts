/** @file The demo's server, as a process that can be killed and started again on the same database. */

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env['AFTERWORD_DEMO'] ?? join(root, 'build/native/demo/backend/afterword-demo');
const web = process.env['AFTERWORD_DIST'] ?? join(root, 'web/dist');

export const article = '/a-comment-section-is-a-promise';

export class Server {
  readonly #folder = mkdtempSync(join(tmpdir(), 'afterword-'));
  readonly #database = join(this.#folder, 'comments.sqlite');
  #process: ChildProcess | undefined;
  #port = '0';

  /** Starts it; after a first start, on the same port. Resolves with its base URL once it answers. */
  async start(...options: string[]): Promise<string> {
    const child = spawn(program, ['serve', '--port', this.#port, '--database', this.#database, '--web', web,
      '--pages', join(root, 'demo/site'), ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#process = child;
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (part) => {
        said += part;
        const found = /http:\/\/\S+?:(\d+)/.exec(said);
        if (!found) return;
        this.#port = found[1]!;
        resolve(found[0]);
      });
      child.once('exit', (code) => reject(Error(`the server ended with ${code}`)));
    });
    return url;
  }

  /** `kill -9`: it gets no chance to write anything down. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null) return;
    await new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGKILL');
    });
    this.#process = undefined;
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
