/** @file Pages that list posts: how many comments each has, and the latest of all. */

import { article, comment, expect, expectAccessible, focused, formOf, open, post, test } from './fixtures.ts';
import type { APIRequestContext } from '@playwright/test';
import type { Page } from './fixtures.ts';

/** The paths that a page asks for from now on, with their queries. */
const listen = (page: Page): string[] => {
  const paths: string[] = [];
  page.on('request', (request) => paths.push(request.url().replace(/^https?:\/\/[^/]*/, '')));
  return paths;
};

/** How many comments the article has, as its list says. */
const totalOf = async (request: APIRequestContext, url: string): Promise<number> => {
  const answer = await request.get(`${url}/api/comments?page=${article}`);
  return ((await answer.json()) as { total: number }).total;
};

const latest = (comments: object[]): string => JSON.stringify(comments);

test.describe('counts', () => {
  test('all on a page, and those that come later, ask together; nothing else is loaded', async ({ page, request, url }) => {
    const total = String(await totalOf(request, url));
    const paths = listen(page);
    await page.goto(`${url}/counting`);
    const counts = page.locator('afterword-count');
    await expect(counts).toHaveText([total, '0', total]);
    expect(paths.filter((path) => path.startsWith('/api/'))).toEqual([
      '/api/counts?page=%2Fa-comment-section-is-a-promise&page=%2Fthe-last-word',
    ]);
    expect(paths.filter((path) => /host|core|wasm|css|recipes/.test(path))).toEqual([]);
    await page.evaluate(() => {
      for (const path of ['/elements', '/the-last-word']) {
        const count = document.createElement('afterword-count');
        count.setAttribute('backend', '/api');
        count.setAttribute('page', path);
        document.querySelector('main')!.append(count);
      }
    });
    await expect(counts).toHaveText([total, '0', total, '0', '0']);
    expect(paths.filter((path) => path.startsWith('/api/'))).toHaveLength(2);
    expect(paths.filter((path) => path === '/count.mjs')).toHaveLength(1);
    await expectAccessible(page);
  });

  test('an element that is about another page shows that one', async ({ page, request, url }) => {
    const total = String(await totalOf(request, url));
    await page.goto(`${url}/counting`);
    const first = page.locator('afterword-count').first();
    await expect(first).toHaveText(total);
    await first.evaluate((element) => element.setAttribute('page', '/the-last-word'));
    await expect(first).toHaveText('0');
  });

  test('the page hears of each number', async ({ page, request, url }) => {
    const total = String(await totalOf(request, url));
    await page.addInitScript(() => {
      const heard: string[] = [];
      Object.assign(self, { heard });
      addEventListener('afterword:loaded', (event) => heard.push((event as CustomEvent<{ count: string }>).detail.count));
    });
    await page.goto(`${url}/counting`);
    await expect(page.locator('afterword-count').first()).toHaveText(total);
    expect(await page.evaluate(() => (self as unknown as { heard: string[] }).heard.sort())).toEqual(['0', total, total].sort());
  });
});

test.describe('without a number', () => {
  test.use({ allowed: /404|backend misconfigured\? count: Error: 404/ });

  test('what stood there stays; numbers are written as the language has them', async ({ page, url }) => {
    const paths = listen(page);
    await page.goto(`${url}/latest`);
    await expect(page.locator('afterword-count')).toHaveText(['3', '12.345', 'none', 'none']);
    expect(paths.filter((path) => path.startsWith('/counts.json')).sort()).toEqual([
      '/counts.json?of=a%20b,hostile', // the other language is a request of its own
      '/counts.json?of=many',
    ]);
  });
});

test.describe('latest comments', () => {
  test.use({ allowed: /404/ });

  test('fail kindly, come when they are asked for again, and lead to their places', async ({ page, server, url }) => {
    const paths = listen(page);
    await page.goto(`${url}/latest`);
    const recent = page.locator('afterword-recent');
    await expect(recent.getByText('The comments could not be loaded.')).toBeVisible();
    const words = 'word '.repeat(60);
    server.write('latest-comments.json', latest([
      { id: '1', name: 'علي <b>', created: '2026-11-24T10:00:00Z', content: `<p>${words}</p><script>alert(1)</script>`,
        on: { title: 'A <i>title</i>', address: article } },
      { id: '2', name: 'Eve', content: '<img src=x onerror=alert(1)>short', on: { address: 'javascript:alert(1)' } },
    ]));
    await recent.getByRole('button', { name: 'Try again' }).click();
    expect(await focused(page)).toBe('recent');
    const rows = recent.getByRole('listitem');
    await expect(rows).toHaveCount(2);
    await expect(rows.first()).toContainText('A <i>title</i>');
    await expect(rows.first().locator('.excerpt')).toHaveText(`${'word '.repeat(28).trim()}…`);
    await expect(rows.last().locator('.excerpt')).toHaveText('short');
    await expect(rows.last().getByRole('link')).toHaveCount(0);
    await expect(rows.first().locator('time')).not.toContainText('UTC');
    expect(paths.filter((path) => path.startsWith('/latest-comments.json'))).toEqual(
      Array(2).fill('/latest-comments.json?limit=5'));
    await expectAccessible(page);
    await rows.first().getByRole('link', { name: 'علي <b>' }).click();
    await expect.poll(() => focused(page)).toBe('comment-1');
    expect(page.url()).toBe(`${url}${article}#comment-1`);
  });

  test('a site without comments says so, and never loads what writes', async ({ page, server, url }) => {
    server.write('latest-comments.json', latest([]));
    const paths = listen(page);
    await page.goto(`${url}/latest`);
    await expect(page.locator('afterword-recent').getByText('No comments yet.')).toBeVisible();
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    await page.evaluate(() => (location.hash = 'comment-1'));
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    expect(paths).toContain('/afterword-recent.wasm');
    expect(paths.filter((path) => /reader|core\.wasm|writing/.test(path))).toEqual([]);
    await expect(page.locator('.broken')).toHaveCount(0);
  });
});

test('the blog shows how many comments its posts have, and the latest', async ({ page, request, url }) => {
  const total = await totalOf(request, url);
  await open(page, url + article);
  await post(page, formOf(page), 'The newest of all');
  const paths = listen(page);
  await page.goto(url);
  await expect(page.locator('afterword-count')).toHaveText([String(total + 1), '0']);
  const first = page.locator('afterword-recent').getByRole('listitem').first();
  await expect(first).toContainText('The newest of all');
  await expect(first).toContainText('A comment section is a promise');
  expect(paths.filter((path) => path.startsWith('/api/recent'))).toEqual(['/api/recent?limit=5']); // by the loader, and used
  await expectAccessible(page);
  await first.getByRole('link').click();
  await expect(comment(page, 'The newest of all')).toBeInViewport();
});
