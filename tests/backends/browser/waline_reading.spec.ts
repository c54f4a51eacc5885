/** @file Who reads what Waline has: likes, orders, pins, pictures, what comes meanwhile, and lists elsewhere on a site. */

import { addElements, latest, like, sortBy, waitForUpdates } from './reader.ts';
import { comment, complete, expect, expectAccessible, open, outline, picture } from './site.ts';
import { again, restore, stored, test, waline, write } from './waline.ts';

test.afterAll(restore);

/** Three comments, a minute apart, the first with two answers; the first answer is an administrator's. */
const fill = async (): Promise<void> => {
  const post = waline.env['post'];
  await waline.control('query', `insert into wl_Users (display_name, type) values ('The owner', 'administrator');
    insert into wl_Comment (url, status, comment, nick, pid, rid, \`like\`, user_id, insertedAt) values
      ('${post}', 'approved', 'The first', 'Ann', null, null, 1, null, '2026-11-01 10:00'),
      ('${post}', 'approved', 'The second', 'Bob Marley', null, null, 5, null, '2026-11-01 10:01'),
      ('${post}', 'approved', 'The third', 'Cleo', null, null, null, null, '2026-11-01 10:02'),
      ('${post}', 'approved', 'An answer', '', 1, 1, null, 1, '2026-11-01 10:03'),
      ('${post}', 'approved', 'A later answer', 'Dan', 1, 1, null, null, '2026-11-01 10:04')`);
};

const first = ['The first', '> An answer', '> A later answer'];

test('the order is the reader’s to choose, answers keep theirs, and what is pinned comes first', async ({ page, address }) => {
  await fill();
  await open(page, address);
  await complete(page);
  expect(await outline(page)).toEqual([...first, 'The second', 'The third']);
  await sortBy(page, 'Newest');
  await expect.poll(() => outline(page)).toEqual(['The third', 'The second', ...first]);
  await sortBy(page, 'Most liked');
  await expect.poll(() => outline(page)).toEqual(['The second', ...first, 'The third']);
  await sortBy(page, 'Oldest');
  await expect.poll(() => outline(page)).toEqual([...first, 'The second', 'The third']);

  await waline.control('query', "update wl_Comment set sticky = 1 where comment = 'The third'");
  await again(page);
  expect(await outline(page)).toEqual(['The third', ...first, 'The second']);
  await expect(page.locator('.badge')).toHaveText(['Pinned', 'Moderator']);
  await expect(comment(page, 'An answer').locator('.author')).toHaveText('The owner');
  await expectAccessible(page);
  await picture(page, 'waline-reading');
});

test('a like is Waline’s at once, known here after a reload although the list does not tell, and can be taken back',
  async ({ page, address }) => {
    await fill();
    const likes = async () => (await waline.rows(['`like`'], "wl_Comment where comment = 'The second'")).flat()[0];
    await open(page, address);
    await expect(comment(page, 'The second').getByRole('button', { name: /^Dislike/ })).toHaveCount(0);
    await like(page, 'The second').click();
    await expect(like(page, 'The second')).toHaveAccessibleName('Like 6');
    await expect.poll(likes).toBe(6);
    await again(page);
    await expect(like(page, 'The second')).toHaveAccessibleName('Like 6');
    await expect(like(page, 'The second')).toHaveAttribute('aria-pressed', 'true');
    await expect(like(page, 'The first')).toHaveAttribute('aria-pressed', 'false');
    await like(page, 'The second').click();
    await expect(like(page, 'The second')).toHaveAccessibleName('Like 5');
    await expect.poll(likes).toBe(5);
    await again(page);
    await complete(page);
    await expect(like(page, 'The second')).toHaveAttribute('aria-pressed', 'false');
  });

test('what others write meanwhile waits behind a button, once', async ({ page, address }) => {
  await fill();
  await page.clock.install();
  await open(page, address);
  await complete(page);
  expect(await waitForUpdates(page, waline.url)).toBe(200);
  await write({ comment: 'News' });
  await waitForUpdates(page, waline.url);
  const button = page.locator('.news-button');
  await expect(button).toHaveText('One new comment');
  await write({ comment: 'News in a branch', pid: 1, rid: 1, at: 'Ann' });
  await waitForUpdates(page, waline.url);
  await expect(button).toHaveText('2 new comments');
  await expect(page.locator('article.comment')).toHaveCount(5);
  await button.click();
  expect(await outline(page)).toEqual([...first, '> News in a branch', 'The second', 'The third', 'News']);
  await expect(page.getByRole('heading', { name: '7 comments' })).toBeVisible();
  await expect(comment(page, 'News').first()).toBeInViewport();
  for (let time = 0; time < 2; ++time) await waitForUpdates(page, waline.url); // the first has been read when the second is sent
  await expect(button).toHaveCount(0);
  expect(await stored()).toHaveLength(7);
});

test.describe('the pictures of others', () => {
  test.use({ bypassCSP: true }); // of a site that lets pictures come from anywhere

  test('are asked for only where the tag says so', async ({ page, address, server }) => {
    await fill();
    const asked: string[] = [];
    await page.route(/libravatar/, (route) => {
      asked.push(route.request().url());
      expect(route.request().headers()['referer']).toBeUndefined();
      return route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>' });
    });
    await open(page, address);
    await complete(page);
    await expect(page.locator('.avatar')).toHaveText(['A', 'To', 'D', 'BM', 'C']);
    await expect(page.locator('.afterword img')).toHaveCount(0);
    expect(asked).toEqual([]);
    const tag = { recipe: 'waline', backend: waline.url, page: waline.env['post']!, avatars: 'any' };
    server.write('any.html', `<!DOCTYPE html><html lang="en"><title>Any</title><link rel="icon" href="/icon.svg"><body><main>
      <script async src="/afterword.js"${Object.entries(tag).map(([name, value]) => ` data-${name}="${value}"`).join('')}></script>`);
    await open(page, address.replace('/post', '/any'));
    await expect(page.locator('img.avatar')).toHaveCount(5);
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    await expect(page.locator('img.avatar').first()).toHaveJSProperty('naturalWidth', 40);
  });
});

test('beside it: how many there are, and the latest of the site', async ({ page, address }) => {
  await fill();
  await write({ comment: 'On **another** page', url: '/another/' });
  await page.goto(address);
  await addElements(page, { recipe: 'waline', backend: waline.url, page: waline.env['post']! });
  await expect(page.locator('afterword-count')).toHaveText('5');
  await expect.poll(() => latest(page)).toHaveLength(5);
  const [newest, second] = await latest(page);
  expect(newest!.link).toMatch(/\/another\/#comment-6$/);
  expect(newest!.text).toBe('Ann | On another page');
  expect(second!.text).toBe('Dan | A later answer');
  await expectAccessible(page);
});
