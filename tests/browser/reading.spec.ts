/** @file What a reader does with a thread: votes, orders, branches, links, reports, with the real backend. */

import { article, comment, complete, expect, expectAccessible, field, focused, goDown, open, test, type Page } from './fixtures.ts';
import { picture } from './picture.ts';

const like = (page: Page, text: string) => comment(page, text).getByRole('button', { name: /^Like/ });
const dislike = (page: Page, text: string) => comment(page, text).getByRole('button', { name: /^Dislike/ });
const menu = (page: Page, text: string) => comment(page, text).getByRole('button', { name: 'More' });

/** Comments of a backend's own making, straight through its API. */
const write = async (url: string, count: number, parent: string | null = null): Promise<string[]> => {
  const ids: string[] = [];
  for (let i = 1; i <= count; ++i) {
    const response = await fetch(`${url}/api/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        page: '/thread', parent, key: `${parent}-${i}`, comment: `Number ${i} under ${parent ?? 'the post'}.`, name: `Reader ${i}`,
        email: `reader${i}@example.org`, website: '', notify_comments: false, notify_posts: false,
      }),
    });
    expect(response.status).toBe(201);
    ids.push(((await response.json()) as { id: string }).id);
  }
  return ids;
};

test('a vote counts at once, is there after a reload, and can be taken back or turned', async ({ page, url }) => {
  await open(page, url + article);
  const text = 'the truest one here';
  const before = Number((await like(page, text).getAttribute('aria-label'))!.match(/\d+/)![0]);
  await like(page, text).click();
  await expect(like(page, text)).toHaveAccessibleName(`Like: ${before + 1}`);
  await expect(like(page, text)).toHaveAttribute('aria-pressed', 'true');
  await expect(like(page, text)).toBeFocused(); // drawn anew under the reader's hand
  await expect.poll(async () => (await (await fetch(`${url}/api/comments?page=${article}`)).text()).includes(`"likes":${before + 1}`)).toBe(true);
  await page.reload();
  await goDown(page);
  await complete(page);
  await expect(like(page, text)).toHaveAttribute('aria-pressed', 'true');
  await expect(like(page, text)).toHaveAccessibleName(`Like: ${before + 1}`);
  await expectAccessible(page);
  await dislike(page, text).click();
  await expect(like(page, text)).toHaveAccessibleName(`Like: ${before}`);
  await expect(dislike(page, text)).toHaveAttribute('aria-pressed', 'true');
  await dislike(page, text).click();
  await expect(dislike(page, text)).toHaveAttribute('aria-pressed', 'false');
  await expectAccessible(page);
});

test.describe('where the server is gone', () => {
  test.use({ allowed: /ERR_CONNECTION|ERR_INCOMPLETE|Afterword: backend/ });

  test('a vote is taken back, and says why', async ({ page, server, url }) => {
    await open(page, url + article);
    await complete(page);
    const text = 'the truest one here';
    const name = (await like(page, text).getAttribute('aria-label'))!;
    await server.kill();
    await like(page, text).click();
    await expect(comment(page, text)).toContainText('Your vote could not be sent. Please try again.');
    await expect(like(page, text)).toHaveAccessibleName(name);
    await picture(page, page.locator('.afterword').first(), 'vote-failed');
  });
});

test('the order can be changed, what is being written stays, and each order goes on with its own pages', async ({ page, url }) => {
  await write(url, 60);
  await open(page, `${url}/thread`);
  await complete(page);
  const first = page.locator('article.comment').first();
  await expect(first).toContainText('Number 1 under the post.');
  await comment(page, 'Number 20 under').getByRole('button', { name: /^Reply/ }).click();
  const reply = page.locator('.is-reply form');
  await field(reply, 'Comment').fill('half a thought');
  await page.getByLabel('Sort by').selectOption('newest');
  await expect(first).toContainText('Number 60 under the post.');
  await expect(page.locator('article.comment')).toHaveCount(50);
  await expect(field(reply, 'Comment')).toHaveValue('half a thought');
  await page.getByRole('button', { name: 'Show more comments' }).click();
  await expect(page.locator('article.comment')).toHaveCount(60);
  await expect(page.locator('article.comment').last()).toContainText('Number 1 under the post.');
  await expectAccessible(page);
});

test('a link to a comment of a later page brings what is between, goes there and shows it', async ({ page, url }) => {
  const ids = await write(url, 120);
  const target = ids[110]!;
  await page.goto(`${url}/thread#comment-${target}`);
  await expect.poll(() => focused(page), { timeout: 15_000 }).toBe(`comment-${target}`);
  await expect(comment(page, 'Number 111 under')).toBeInViewport();
  await expect(page.locator('article.comment').first()).toContainText('Number 1 under the post.');
  await picture(page, page.locator('.afterword').first(), 'link-to-comment');
  await page.goto(`${url}/thread#comment-999999`);
  await page.reload();
  await expect(page.getByText('The comment that the link leads to is not here.').first()).toBeVisible();
});

test('a branch is hidden with its count and shown again; what is too deep says whom it answers', async ({ page, url }) => {
  let parent: string | null = null;
  for (let depth = 0; depth < 8; ++depth) [parent] = (await write(url, 1, parent)) as [string];
  await open(page, `${url}/thread`);
  const deepest = page.locator('article.comment').last();
  await expect(deepest.getByRole('link', { name: /in reply to/ })).toBeVisible();
  await page.getByRole('button', { name: 'Hide replies' }).first().click();
  await expect(deepest).toBeHidden();
  const shown = page.getByRole('button', { name: 'Show 7 replies' });
  await expect(shown).toBeFocused();
  await expect(shown).toHaveAttribute('aria-expanded', 'false');
  await expectAccessible(page);
  await page.evaluate((id) => (location.hash = `comment-${id}`), parent);
  await expect(deepest).toBeVisible();
  await expect(deepest).toBeFocused();
  await deepest.getByRole('link', { name: /in reply to/ }).click();
  await expect.poll(() => focused(page)).not.toBe(`comment-${parent}`);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await picture(page, page.locator('.afterword').first(), 'deep-phone');
});

test('a link is copied, a comment quoted and reported, by keys alone', async ({ page, context, server, url }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, url + article);
  await complete(page);
  const text = 'the truest one here';
  await menu(page, text).focus();
  await page.keyboard.press('Enter');
  await expect(menu(page, text)).toHaveAttribute('aria-expanded', 'true');
  await expectAccessible(page);
  await picture(page, page.locator('.afterword').first(), 'menu');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(comment(page, text)).toContainText('Link copied.');
  const id = await comment(page, text).getAttribute('id');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${url}${article}#${id}`);
  await expect(menu(page, text)).toBeFocused();

  await page.keyboard.press('Enter');
  await comment(page, text).getByRole('button', { name: 'Quote' }).press('Enter');
  const reply = page.locator('.is-reply form');
  await expect(field(reply, 'Comment')).toHaveValue(/^> I moderated a small forum[^]*\n\n$/);
  await expect(field(reply, 'Comment')).toBeFocused();

  await menu(page, text).press('Enter');
  await comment(page, text).getByRole('button', { name: 'Report' }).press('Enter');
  await expect(comment(page, text)).toContainText('Reported. Thank you.');
  expect(server.command('list')).toMatch(/^1\tpublished\t1\t/m); // reported once
});

test('badges, pins and deleted parents are drawn as their moderators made them', async ({ page, server, url }) => {
  const [parent] = (await write(url, 1)) as [string];
  const [answer] = (await write(url, 1, parent)) as [string];
  server.command('badge', answer, 'author');
  server.command('pin', parent);
  await open(page, `${url}/thread`);
  await expect(page.locator(`#comment-${answer} .badge`)).toHaveText('Author');
  await expect(page.locator(`#comment-${parent} .badge`)).toHaveText('Pinned');
  await expect(page.locator(`#comment-${answer} .avatar`)).toHaveText('R1');
});

test('the search finds, marks and leads to what it found', async ({ page, url }) => {
  await open(page, url + article);
  await complete(page);
  await page.getByRole('searchbox', { name: 'Search comments' }).fill('SCREEN reader');
  await expect(page.locator('.results .note')).toHaveText('One comment found');
  await expect(page.locator('.result mark')).toHaveText('screen reader');
  await expectAccessible(page);
  await picture(page, page.locator('.afterword').first(), 'search');
  await page.locator('.result a').click();
  await expect(comment(page, 'Reading this with a screen reader')).toBeFocused();
  await page.getByRole('searchbox', { name: 'Search comments' }).press('Escape');
  await expect(page.locator('.result')).toHaveCount(0);
});
