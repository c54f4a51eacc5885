/** @file Who reads what Ghost has: members like and report, and everybody chooses an order and hears of what is new. */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ghost, signIn, tagOf, type Member } from './ghost.ts';
import { addElements, latest, like, sortBy, waitForUpdates } from './reader.ts';
import { comment, complete, expect, expectAccessible, goDown, open, outline, picture, test as base } from './site.ts';

const ghost = new Ghost();
const dist = process.env['AFTERWORD_DIST'] ?? fileURLToPath(new URL('../../../web/dist', import.meta.url));

const test = base.extend<{ address: string }, { cleo: Member; dan: Member }>({
  cleo: [({}, use) => ghost.member('cleo@readers.example', 'Cleo').then(use), { scope: 'worker' }],
  dan: [({}, use) => ghost.member('dan@readers.example', 'Dan Brown').then(use), { scope: 'worker' }],
  address: async ({ publish, dan }, use) => {
    await ghost.control('clear');
    await ghost.put(dan, ['<p>The first</p>', '<p>The second</p>', '<p>The third</p>']);
    await use(await publish(ghost.url, tagOf(ghost)));
  },
});

test.afterAll(() => ghost.control('clear'));

const likers = async (): Promise<unknown[]> =>
  (await ghost.rows(['email'], 'comment_likes join members on members.id = member_id order by email')).flat();

test('a member likes, and takes it back', async ({ page, address, cleo }) => {
  await signIn(page, ghost, cleo);
  await open(page, address);
  await complete(page);
  await like(page, 'The second').click();
  await expect(like(page, 'The second')).toHaveAccessibleName('Like 1');
  await expect(like(page, 'The second')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(likers).toEqual([cleo.email]);
  await expectAccessible(page);
  await picture(page, 'ghost-reading');
  await like(page, 'The second').click();
  await expect(like(page, 'The second')).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(likers).toEqual([]);
});

test.describe('where Ghost refuses', () => {
  test.use({ allowed: /status of 40[01]/ });

  test('who is not signed in is told so', async ({ page, address }) => {
    await open(page, address);
    await like(page, 'The second').click();
    await expect(comment(page, 'The second').locator('.problem')).toHaveText('Please log in first.');
    await expect(like(page, 'The second')).toHaveAccessibleName('Like');
    await page.getByRole('button', { name: 'More' }).first().click();
    await page.getByRole('button', { name: 'Report' }).click();
    await expect(comment(page, 'The first').locator('.problem')).toHaveText('Please log in first.');
    await expectAccessible(page);
  });

  test('a like that is set already is no failure, and counts once', async ({ page, address, cleo }) => {
    await signIn(page, ghost, cleo);
    await open(page, address);
    await complete(page);
    await like(page, 'The second').click();
    await expect.poll(likers).toEqual([cleo.email]);
    await page.reload(); // the list is asked for without cookies, and does not tell
    await goDown(page);
    await complete(page);
    await expect(like(page, 'The second')).toHaveAccessibleName('Like 1');
    await expect(like(page, 'The second')).toHaveAttribute('aria-pressed', 'false');
    const refused = page.waitForResponse((response) => response.status() === 400);
    await like(page, 'The second').click();
    await refused;
    await expect(like(page, 'The second')).toHaveAccessibleName('Like 1');
    await expect(like(page, 'The second')).toHaveAttribute('aria-pressed', 'true');
    await expect(comment(page, 'The second')).not.toContainText('could not be sent');
    await like(page, 'The second').click();
    await expect(like(page, 'The second')).toHaveAttribute('aria-pressed', 'false');
    await expect.poll(likers).toEqual([]);
  });
});

test('a member reports, once', async ({ page, address, cleo }) => {
  await signIn(page, ghost, cleo);
  await open(page, address);
  await complete(page);
  const third = comment(page, 'The third');
  await third.getByRole('button', { name: 'More' }).click();
  await third.getByRole('button', { name: 'Report' }).click();
  await expect(third).toContainText('Reported. Thank you.');
  expect(await ghost.rows(['html', 'email'], `comment_reports reports join comments on comments.id = comment_id
    join members on members.id = reports.member_id`)).toEqual([['<p>The third</p>', cleo.email]]);
  await third.getByRole('button', { name: 'More' }).click();
  await expect(third.getByRole('button', { name: 'Copy link' })).toBeVisible();
  await expect(third.getByRole('button', { name: 'Report' })).toHaveCount(0);
});

test('whoever reads chooses an order, and what is new waits behind a button', async ({ page, address, cleo, dan }) => {
  await ghost.like(cleo, 'The second');
  await page.clock.install();
  await open(page, address);
  await sortBy(page, 'Most liked');
  await expect.poll(() => outline(page)).toEqual(['The second', 'The third', 'The first']);
  await sortBy(page, 'Newest');
  await expect.poll(() => outline(page)).toEqual(['The third', 'The second', 'The first']);
  expect(await waitForUpdates(page, ghost.url)).toBe(200);
  const above = (await comment(page, 'The third').getAttribute('data-comment'))!;
  await ghost.write(cleo, 'An answer', { parent_id: above });
  await ghost.write(dan, 'News');
  await waitForUpdates(page, ghost.url);
  await page.getByRole('button', { name: '2 new comments' }).click();
  expect(await outline(page)).toEqual(['News', 'The third', '> An answer', 'The second', 'The first']);
  await expect(page.getByRole('heading', { name: '5 comments' })).toBeVisible();
});

test('in a page of Ghost’s own a like is known after a reload, and where nothing is new nothing is sent', async ({ page, address: _, cleo }) => {
  await page.route(`${ghost.url}/own/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice('/own/'.length);
    return route.fulfill(name ? { path: join(dist, name) } : {
      contentType: 'text/html',
      body: `<!DOCTYPE html><html lang="en"><title>Own</title><link rel="icon" href="data:,"><body>${tagOf(ghost).replace('/after', 'after')}`,
    });
  });
  await signIn(page, ghost, cleo);
  await page.clock.install();
  await open(page, `${ghost.url}/own/`);
  await complete(page);
  await like(page, 'The second').click();
  await expect.poll(likers).toEqual([cleo.email]);
  await page.reload();
  await goDown(page);
  await complete(page);
  await expect(like(page, 'The second')).toHaveAttribute('aria-pressed', 'true');
  await expect(like(page, 'The second')).toHaveAccessibleName('Like 1');
  expect(await waitForUpdates(page, ghost.url)).toBe(200);
  expect(await waitForUpdates(page, ghost.url)).toBe(304);
});

test('beside it: how many there are, and the latest of the site', async ({ page, address, cleo }) => {
  await ghost.write(cleo, 'The <b>last</b> word');
  await page.goto(address);
  await addElements(page, { recipe: 'ghost', backend: ghost.url, page: ghost.post });
  await expect(page.locator('afterword-count')).toHaveText('4');
  await expect.poll(() => latest(page)).toHaveLength(4);
  const id = (await ghost.rows(['id'], "comments where html like '%last%'"))[0]![0] as string;
  expect((await latest(page))[0]).toEqual({
    link: `${ghost.url}/the-new-coalition-of-the-willing/#comment-${id}`,
    text: 'Cleo | The New Coalition of the Willing | The last word',
  });
  await expectAccessible(page);
});
