/** @file Who writes is read: at once, after a reload, and in the database. */

import { comment, expect, field, formOf, goDown, open, submit, type Locator } from '../../browser/fixtures.ts';
import { expectUnder } from '../../browser/guestbook_fixtures.ts';
import { send, test, write } from './fixtures.ts';

test('a comment, a reply, and a reply to that', async ({ page, post, address }) => {
  await page.clock.install();
  await open(page, address);
  await expect(page.getByText('No comments yet. Yours could be the first.')).toBeVisible();
  const form = formOf(page);
  await field(form, 'Website').fill('https://ada.example');
  await write(form, 'A thought & a half,\nwith <em>weight</em>.\n\n"Quoted" \\ \u{1F680}');
  await submit(form);
  const thought = comment(page, 'A thought & a half');
  await expect(thought).not.toHaveClass(/is-(sending|failed)/);
  await expect(thought).toBeFocused();
  await expect(thought.locator('em')).toHaveText('weight');
  await expect(thought.getByRole('link', { name: 'Ada Lovelace' })).toHaveAttribute('href', 'https://ada.example');
  await expect(field(form, 'Comment')).toHaveValue('');
  await expect(page.getByRole('heading', { name: 'One comment' })).toBeVisible();

  const answer = async (to: Locator, words: string, name: string): Promise<Locator> => {
    await to.getByRole('button', { name: /^Reply to/ }).click();
    const reply = page.locator('.is-reply form');
    await write(reply, words, name);
    await expect(reply.locator('.outlook')).toContainText(/You can post this in (one|\d+) second/);
    await page.clock.fastForward('00:15');
    await expect(reply.locator('.outlook')).toBeEmpty();
    await submit(reply);
    await expect(reply).toHaveCount(0);
    await expect(comment(page, words)).not.toHaveClass(/is-(sending|failed)/);
    return comment(page, words);
  };
  const reply = await answer(thought, 'An answer to it.', 'Grace Hopper');
  const last = await answer(reply, 'And one to that.', 'Ada Lovelace');

  const expectAll = async (): Promise<void> => {
    await expect(page.getByRole('heading', { name: '3 comments' })).toBeVisible();
    await expectUnder(page, thought, reply);
    await expectUnder(page, reply, last);
    await expect(thought).toContainText('“Quoted” \\ \u{1F680}');
  };
  await expectAll();
  await page.reload();
  await goDown(page);
  await expectAll();

  const rows = await post.comments();
  expect(rows.map(({ comment_content }) => comment_content)).toEqual(
    ['A thought &amp; a half,\nwith <em>weight</em>.\n\n"Quoted" \\ \u{1F680}', 'An answer to it.', 'And one to that.']);
  expect(rows.map(({ comment_parent }) => comment_parent)).toEqual(['0', rows[0]!.comment_ID, rows[1]!.comment_ID]);
  expect(rows[0]).toMatchObject({ comment_author: 'Ada Lovelace', comment_author_email: 'ada@example.org',
    comment_author_url: 'https://ada.example', comment_approved: '1' });
});

test('a held comment is its author’s alone', async ({ page, post, address }) => {
  await post.set({ comment_moderation: 1 });
  await send(page, address, 'Please approve.');
  const held = comment(page, 'Please approve.');
  await expect(held).toContainText('Your comment is awaiting moderation.');
  await expect(held.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Comments', exact: true })).toBeVisible();
  expect((await post.comments()).map((row) => row.comment_approved)).toEqual(['0']);
  const other = await page.context().browser()!.newPage();
  await open(other, address);
  await expect(other.getByText('No comments yet.')).toBeVisible();
  await expect(comment(other, 'Please approve.')).toHaveCount(0);
  await other.close();
});
