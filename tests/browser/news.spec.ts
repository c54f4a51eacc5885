/** @file Comments of others while one reads: by the real server's stream, past its cap, and over its restart. */

import { article, comment, complete, expect, expectAccessible, field, fillIn, formOf, open, post, submit, test } from './fixtures.ts';
import { picture } from './picture.ts';

let count = 0;

/** Somebody else writes. */
const write = async (url: string, text: string, parent: string | null = null): Promise<void> => {
  const response = await fetch(`${url}/api/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      page: article, parent, key: `news-${++count}`, comment: text, name: 'Somebody', email: `s${count}@example.org`, website: '',
      notify_comments: false, notify_posts: false,
    }),
  });
  expect(response.status).toBe(201);
};

test('they wait behind a button that moves nothing, and come where they belong', async ({ page, url }) => {
  const stream = page.waitForResponse((response) => response.url().includes('/api/events'));
  await open(page, url + article);
  await complete(page);
  expect((await stream).status()).toBe(200);
  const box = field(formOf(page), 'Comment');
  await box.fill('I was just');
  await box.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(2, 5));
  const place = await box.boundingBox();
  await write(url, 'News at the top level.');
  await write(url, 'News in a branch.', '1');
  const button = page.getByRole('button', { name: '2 new comments' });
  await expect(button).toBeVisible();
  await expect(page.locator('[role=status]').first()).toHaveText(/2 new comments/);
  expect(await box.boundingBox()).toEqual(place);
  await expect(box).toBeFocused();
  expect(await box.evaluate((element: HTMLTextAreaElement) => [element.value, element.selectionStart, element.selectionEnd])).toEqual(
    ['I was just', 2, 5]);
  await expect(comment(page, 'News')).toHaveCount(0);
  await expectAccessible(page);
  await picture(page, page.locator('.afterword').first(), 'news');
  await button.click();
  await expect(comment(page, 'News')).toHaveCount(2);
  await expect(comment(page, 'News at the top level.')).toBeFocused();
  await expect(page.getByRole('heading', { name: /^9 comments/ })).toBeVisible();
  await expect(box).toHaveValue('I was just');
  await expect(button).toHaveCount(0);
});

test('one’s own comment is no news', async ({ page, url }) => {
  const stream = page.waitForResponse((response) => response.url().includes('/api/events'));
  await open(page, url + article);
  await complete(page);
  await stream;
  await post(page, formOf(page), 'My own words.');
  await write(url, 'Words of another.');
  await expect(page.getByRole('button', { name: 'One new comment' })).toBeVisible();
});

test.describe('past the cap', () => {
  test.use({ serverOptions: ['--most-streams', '0'], allowed: /status of 503/ });

  test('the widget asks instead', async ({ page, url }) => {
    await page.clock.install();
    const stream = page.waitForResponse((response) => response.url().includes('/api/events'));
    await open(page, url + article);
    await expect(page.locator('.tool').first()).toBeVisible();
    expect((await stream).status()).toBe(503);
    await write(url, 'Asked for.');
    await expect(async () => {
      await page.clock.runFor(61_000);
      await expect(page.getByRole('button', { name: 'One new comment' })).toBeVisible({ timeout: 1000 });
    }).toPass();
    const unchanged = page.waitForResponse((response) => response.url().includes('/api/updates') && response.status() === 304);
    for (let poll = 0; poll < 2; ++poll) {
      const answer = page.waitForResponse((response) => response.url().includes('/api/updates'));
      await page.clock.runFor(61_000);
      await answer;
    }
    await unchanged; // the same was asked twice, and the second time nothing had to be sent
  });
});

test.describe('over a restart', () => {
  test.use({ allowed: /ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY|Afterword: backend/ });

  test('the stream goes on where it was', async ({ page, server, url }) => {
    const stream = page.waitForResponse((response) => response.url().includes('/api/events'));
    await open(page, url + article);
    await complete(page);
    await stream;
    await server.kill();
    await server.start();
    await write(url, 'Said after the restart.');
    await expect(page.getByRole('button', { name: 'One new comment' })).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: 'One new comment' }).click();
    await expect(comment(page, 'Said after the restart.')).toBeVisible();
  });
});

test('nobody listens in a tab that nobody sees', async ({ page, url }) => {
  const stream = page.waitForResponse((response) => response.url().includes('/api/events'));
  await open(page, url + article);
  await complete(page);
  await stream;
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await write(url, 'While away.');
  const again = page.waitForResponse((response) => response.url().includes('/api/events'));
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: false, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await again;
  await expect(page.getByRole('button', { name: 'One new comment' })).toBeVisible();
});

test('a reply form that is open stays as it is when news come', async ({ page, url }) => {
  await open(page, url + article);
  await comment(page, 'the truest one here').getByRole('button', { name: /^Reply/ }).click();
  const reply = page.locator('.is-reply form');
  await fillIn(reply, 'Half an answer');
  await write(url, 'Somebody was quicker.', '1');
  await page.getByRole('button', { name: 'One new comment' }).click();
  await expect(comment(page, 'Somebody was quicker.')).toBeVisible();
  await expect(field(reply, 'Comment')).toHaveValue('Half an answer');
  await submit(reply);
  await expect(comment(page, 'Half an answer')).not.toHaveClass(/is-(sending|failed)/);
});
