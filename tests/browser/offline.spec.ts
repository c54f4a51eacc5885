/** @file Without a network: what was sent waits in the browser, and goes out from whichever page is open then, once. */

import type { APIRequestContext, BrowserContext } from '@playwright/test';
import { article, away, comment, complete, expect, expectAccessible, field, fillIn, formOf, open, submit, test } from './fixtures.ts';
import { picture } from './picture.ts';

test.use({ allowed: new RegExp(`${away.source}|^Afterword: `) });

/** What the server has: every comment that says `text`. */
const stored = async (request: APIRequestContext, url: string, text: string): Promise<unknown[]> => {
  const response = await request.get(`${url}/api/comments?page=${article}`);
  const { comments } = (await response.json()) as { comments: { content: string }[] };
  return comments.filter(({ content }) => content.includes(text));
};

/** Writes down, from now on, how often any tab posts a comment. */
const countPosts = (context: BrowserContext): { posts: number } => {
  const count = { posts: 0 };
  context.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/comments')) ++count.posts;
  });
  return count;
};

test('a comment and an address wait for the network, and for another tab if need be', async ({ page, context, request, url }) => {
  await open(page, url + article);
  const form = formOf(page);
  const box = page.getByRole('region', { name: 'Get every new post on this blog' });
  await fillIn(form, 'Written **below** ground.');
  await complete(page);
  await context.setOffline(true);
  await submit(form);
  const waiting = comment(page, 'ground.');
  await expect(waiting).toContainText('You seem to be offline. This will be posted when the connection is back.');
  await expect(waiting.getByRole('button')).toHaveText(['Edit', 'Try again', 'Discard']);
  await expect(field(form, 'Comment')).toHaveValue('');
  await box.getByRole('textbox', { name: 'Email' }).fill('reader@example.org');
  await box.getByRole('button', { name: 'Sign me up' }).click();
  await expect(box).toContainText('You seem to be offline. reader@example.org will be signed up when the connection is back.');
  await expectAccessible(page);
  await picture(page, waiting, 'offline-waiting');
  await page.close();

  await context.setOffline(false);
  const other = await context.newPage();
  await open(other, url + article);
  await expect(comment(other, 'ground.').getByRole('button', { name: 'Delete' }), 'it is here, and one’s own').toBeVisible();
  await expect(comment(other, 'ground.')).toHaveCount(1);
  expect(await stored(request, url, 'ground.')).toHaveLength(1);
  await expect(other.getByRole('region', { name: 'Get every new post' })).toContainText('Please check your inbox');
  await other.goto(`${url}/outbox`);
  await expect(other.getByRole('link', { name: /\/subscriptions\/confirm\?token=/ })).toHaveCount(1);
});

test('a network that is back is enough', async ({ page, context, request, url }) => {
  await open(page, url + article);
  await fillIn(formOf(page), 'Between two stations.');
  await complete(page);
  await context.setOffline(true);
  await submit(formOf(page));
  const mine = comment(page, 'Between two stations.');
  await expect(mine).toContainText('when the connection is back');
  await field(formOf(page), 'Comment').fill('Meanwhile');
  await context.setOffline(false);
  await expect(mine).not.toHaveClass(/is-(sending|failed)/);
  await expect(page.getByRole('heading', { name: '13 comments' })).toBeVisible();
  await expect(field(formOf(page), 'Comment'), 'whoever types on is left there').toBeFocused();
  await expect(field(formOf(page), 'Comment')).toHaveValue('Meanwhile');
  expect(await stored(request, url, 'Between two stations.')).toHaveLength(1);
});

test('of all tabs one sends what waits', async ({ page, context, request, server, url }) => {
  await open(page, url + article);
  await fillIn(formOf(page), 'One of many.');
  await complete(page);
  await server.kill();
  await submit(formOf(page));
  const mine = comment(page, 'One of many.');
  await expect(mine).toContainText('This was not posted: the site gave no proper answer.');
  await picture(page, mine, 'failed');
  await server.start();
  const count = countPosts(context);
  const others = await Promise.all([context.newPage(), context.newPage()]);
  await Promise.all(others.map((other) => open(other, url + article)));
  await context.setOffline(true);
  for (const each of [page, ...others]) await each.waitForFunction(() => !navigator.onLine);
  await context.setOffline(false); // and all of them learn that there is a network
  await expect(mine, 'this tab has heard of it').not.toHaveClass(/is-(sending|failed)/);
  for (const other of others) await expect(other.locator('.is-sending, .is-failed')).toHaveCount(0);
  expect(await stored(request, url, 'One of many.')).toHaveLength(1);
  expect(count.posts).toBe(1);
});
