/** @file `afterword:request`: what no recipe can say, the page can. */

import { article, comment, expect, fillIn, formOf, open, submit, takeBack, test } from './fixtures.ts';

test.use({ allowed: /^Afterword: / });

test('the page answers in place of the backend', async ({ page, request, url }) => {
  await open(page, url + article);
  await page.evaluate(() => {
    document.addEventListener('afterword:request', (event) => {
      const { operation, method, url, headers, body, respondWith } = (event as CustomEvent).detail;
      if (operation !== 'create') return;
      const sent = JSON.parse(body);
      const comment = { id: 'signed', name: sent.name, content: `<p>${method} ${url} ${headers['content-type']}</p>` };
      respondWith(Promise.resolve(Response.json(comment, { status: 201 })));
    });
  });
  await fillIn(formOf(page), 'By another way.');
  await submit(formOf(page));
  await expect(comment(page, 'POST /api/comments application/json')).toBeFocused();
  const list = await (await request.get(`${url}/api/comments?page=${article}`)).text();
  expect(list).not.toContain('By another way.');
});

test('the page can keep a request from being sent', async ({ page, request, url }) => {
  await open(page, url + article);
  await page.evaluate(() => document.addEventListener('afterword:request', (event) => event.preventDefault()));
  await fillIn(formOf(page), 'Not to be sent.');
  await submit(formOf(page));
  await takeBack(page, formOf(page), 'Not to be sent.');
  expect(await (await request.get(`${url}/api/comments?page=${article}`)).text()).not.toContain('Not to be sent.');
});

test('an answer of the page that fails is no answer', async ({ page, url }) => {
  await open(page, url + article);
  await page.evaluate(() =>
    document.addEventListener('afterword:request', (event) =>
      (event as CustomEvent).detail.respondWith(Promise.reject(Error('no key')))));
  await fillIn(formOf(page), 'Kept.');
  await submit(formOf(page));
  await takeBack(page, formOf(page), 'Kept.');
});
