/**
 * @file A server before the demo's, as a site may have one: it hands everything through, and opens the demo's policy, by
 * which pages speak to nobody but their own server. (Pages that Playwright makes up itself may not: Chromium takes them
 * for a public site, and asks before those reach 127.0.0.1.)
 */

import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export class Front {
  /** The origin that pages may speak to besides, and send forms to. */
  lets = '';
  /** Answers what is asked of the API in place of the server, as one does that is set up wrongly. */
  instead: ((asked: IncomingMessage, answer: ServerResponse) => void) | undefined;
  /** Called when the server has answered a POST: that answer is lost then. */
  lose: (() => Promise<void>) | undefined;
  readonly #server = createServer();

  /** Listens on a port of its own, before the server at `url`. Resolves with its origin. */
  listen(url: string): Promise<string> {
    this.#server.on('request', (asked, answer) => {
      if (this.instead && asked.url!.startsWith('/api/')) return this.instead(asked, answer);
      const { method, headers } = asked;
      const inner = request(new URL(asked.url!, url), { method: method!, headers }, (response) => {
        if (this.lose && method === 'POST') return void this.lose().then(() => answer.destroy());
        const policy = response.headers['content-security-policy'];
        if (typeof policy === 'string')
          response.headers['content-security-policy'] =
            `${policy.replace("connect-src 'self'", `$& ${this.lets}`)}; form-action 'self' ${this.lets}`;
        answer.writeHead(response.statusCode!, response.headers);
        response.pipe(answer);
      });
      inner.on('error', () => answer.destroy());
      asked.pipe(inner);
    });
    return new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () => {
        resolve(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`);
      });
    });
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
