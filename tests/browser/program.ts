/** @file A server as a process of its own, that can be killed and started again on the same port. */

import { spawn, type ChildProcess } from 'node:child_process';

export class Program {
  #process: ChildProcess | undefined;
  /** Where it listens: any free port at first, and the same ever after. */
  port = '0';

  /** Starts `command`, which says a URL once it listens; resolves with that. */
  start(command: string, words: string[]): Promise<string> {
    const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#process = child;
    return new Promise((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (part) => {
        said += part;
        const found = /http:\/\/\S+?:(\d+)/.exec(said);
        if (!found) return;
        this.port = found[1]!;
        resolve(found[0]);
      });
      child.once('error', reject);
      child.once('exit', (code, signal) => reject(Error(`${command} ended with ${code ?? signal}`)));
    });
  }

  signal(name: NodeJS.Signals): void {
    this.#process?.kill(name);
  }

  /** `kill -9`: it gets no chance to write anything down. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGKILL');
    });
  }
}
