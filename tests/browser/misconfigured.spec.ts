/** @file Backends that are none, or set up wrongly: the reader keeps the text, and the owner is told what was missing. */

import type { ServerResponse } from 'node:http';
import { article, expect, field, fillIn, formOf, goDown, open, submit, takeBack, test as base } from './fixtures.ts';
import { Front } from './front.ts';

const test = base.extend<{ front: Front; address: string }>({
  allowed: /^Afterword: backend misconfigured\?|status of 500|ERR_INCOMPLETE_CHUNKED_ENCODING/,
  front: async ({}, use) => {
    const front = new Front();
    await use(front);
    front.close();
  },
  address: async ({ front, url }, use) => use((await front.listen(url)) + article),
});

/** White space until nobody listens any more, or 100 MB. */
const endless = (answer: ServerResponse): void => {
  const part = Buffer.alloc(1 << 20, ' ');
  let left = 100;
  const send = () => {
    while (left-- > 0 && answer.write(part));
    if (left <= 0) answer.end();
  };
  answer.writeHead(200, { 'content-type': 'application/json' }).on('drain', send);
  send();
};

const answers: Record<string, { said: string; give: (answer: ServerResponse) => void }> = {
  'a page in HTML': {
    said: 'the reply is not JSON',
    give: (answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>It works!</title>'),
  },
  nothing: { said: 'the reply is not JSON', give: (answer) => answer.writeHead(200).end() },
  'half of it': { said: 'the reply is not JSON', give: (answer) => answer.writeHead(200).end('{"id":"7","comments":[{"id"') },
  'JSON of another shape': {
    said: 'the reply has nothing at',
    give: (answer) => answer.writeHead(200).end('{"status":"ok","items":[]}'),
  },
  '100 MB': { said: 'the reply is too large', give: endless },
  'an error page': { said: 'HTTP 500', give: (answer) => answer.writeHead(500).end('<h1>Internal Server Error</h1>') },
};

for (const [what, { said: expected, give }] of Object.entries(answers))
  test(`${what} in place of an answer`, async ({ page, front, address, said }) => {
    await open(page, address);
    const form = formOf(page);
    await fillIn(form, 'Kept, whatever comes.');
    front.instead = (_, answer) => give(answer);
    await submit(form);
    await takeBack(page, form, 'Kept, whatever comes.');
    const console = said.find((text) => text.startsWith('Afterword: backend misconfigured?'));
    expect(console).toContain(`create: ${expected}`);
    if (/nothing at|not JSON/.test(expected)) expect(console).toMatch(/the recipe's \/(create\/reply\/comment|comment\/id)/);

    await page.reload();
    await goDown(page);
    await expect(page.locator('.failed')).toContainText('The comments could not be loaded.');
    await expect(field(form, 'Comment')).toHaveValue('Kept, whatever comes.');
    await expect.poll(() => said.at(-1)).toContain(`list: ${expected}`);
    if (/nothing at|not JSON/.test(expected)) expect(said.at(-1)).toContain("the recipe's /list/reply/comments");
  });
