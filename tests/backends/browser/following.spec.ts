/** @file Who reads what WordPress has: orders, what comes meanwhile, and lists elsewhere on a site. */

import { comment, complete, expect, expectAccessible, open } from '../../browser/fixtures.ts';
import { test } from './fixtures.ts';
import { addElements, latest, sortBy, waitForUpdates } from './reader.ts';
import { outline } from './site.ts';
import { control, env } from './wordpress.ts';

/** So many minutes ago, as the clocks of `timeZone` showed. */
const ago = (minutes: number, timeZone = 'UTC'): { comment_date: string } =>
  ({ comment_date: new Date(Date.now() - minutes * 60_000).toLocaleString('sv', { timeZone }) });

/** Two comments, and two answers to the first. */
const four = (zone?: string) => [
  { comment_author: 'Ann', comment_content: 'The first', ...ago(9, zone) },
  { comment_author: 'Bob', comment_content: 'The second', ...ago(8, zone) },
  { comment_author: 'Cleo', comment_content: 'An answer', ...ago(7, zone), parent: 0 },
  { comment_author: 'Dan', comment_content: 'A later answer', ...ago(6, zone), parent: 0 },
];
const first = ['The first', '> An answer', '> A later answer'];

test('the order is the reader’s to choose, and answers keep theirs', async ({ page, post, address }) => {
  await post.add(...four());
  await open(page, address);
  await complete(page);
  expect(await outline(page)).toEqual([...first, 'The second']);
  await expect(page.getByLabel('Sort by').locator('option')).toHaveText(['Oldest', 'Newest']);
  await sortBy(page, 'Newest');
  await expect.poll(() => outline(page)).toEqual(['The second', ...first]);
  await expect(page.locator('.avatar')).toHaveText(['B', 'A', 'C', 'D']);
  await expect(page.locator('.afterword img')).toHaveCount(0);
  await expectAccessible(page);
});

// What came since is asked for by its date, in UTC: where the site's clocks are behind that, nothing must be passed over.
test('what others write meanwhile waits behind a button', async ({ page, post, address }) => {
  const zone = 'America/Los_Angeles';
  await post.set({ timezone_string: zone });
  const [parent] = await post.add(...four(zone));
  await page.clock.install();
  await open(page, address);
  await complete(page);
  expect(await waitForUpdates(page, env.url)).toBe(200);
  await expect(page.locator('.news-button')).toHaveCount(0);
  const [news] = await post.add({ comment_author: 'Eve', comment_content: 'News' });
  const answer = `comment(${post.id}, ['comment_parent' => ${parent}, 'comment_author' => 'Ann', 'comment_content' => 'News in a branch'])`;
  expect(await control<number>(answer)).toBeGreaterThan(news!);
  await post.add({ comment_author: 'Eve', comment_content: 'Held.', comment_approved: '0' });
  await waitForUpdates(page, env.url);
  const button = page.getByRole('button', { name: '2 new comments' });
  await button.click();
  expect(await outline(page)).toEqual([...first, '> News in a branch', 'The second', 'News']);
  await expect(page.getByRole('heading', { name: '6 comments' })).toBeVisible();
  for (let time = 0; time < 2; ++time) await waitForUpdates(page, env.url); // the first has been read when the second is sent
  await expect(page.locator('.news-button')).toHaveCount(0);
});

test('beside it: how many there are, and the latest of the site', async ({ page, post, address }) => {
  await post.add(...four());
  const [id] = await post.add({ comment_author: 'Ann &amp; Bob', comment_content: 'The <em>last</em> &amp; the least' });
  await page.goto(address);
  await addElements(page, { recipe: 'wordpress', backend: env.url, page: String(post.id) });
  await expect(page.locator('afterword-count')).toHaveText('5');
  await expect.poll(() => latest(page)).toHaveLength(5);
  expect((await latest(page))[0]).toEqual({
    link: `${await control<string>(`get_permalink(${post.id})`)}#comment-${id}`,
    text: 'Ann & Bob | A post | The last & the least',
  });
  await expect(comment(page, 'The last').first()).toBeVisible();
  await expectAccessible(page);
});
