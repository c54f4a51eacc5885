/** @file Where guests may not comment over REST, WordPress's own form takes their comments: wp-comments-post.php. */

import { comment, expect, expectAccessible, field, formOf, open, submit } from '../../browser/fixtures.ts';
import { expectUnder } from '../../browser/guestbook_fixtures.ts';
import { goBack, send, test, write } from './fixtures.ts';
import { env } from './wordpress.ts';

test.use({ allowed: /^Failed to load resource: .* status of (4\d\d)|^Afterword: backend misconfigured\? create/ });

const twice = { comment_author: 'Ada Lovelace', comment_author_email: 'ada@example.org', comment_content: 'Twice.' };

test.describe('from its own origin', () => {
  test.skip(({ elsewhere }) => elsewhere, 'a page of another origin sends its reader there');

  test('what it answers is understood', async ({ page, post, address }) => {
    await page.clock.install();
    await post.add(twice);
    await post.set({ afterword_guests: 0 });
    const form = await send(page, address, 'Twice.');
    const summary = form.locator('.summary');
    await expect(summary).toContainText('This comment was posted already.');
    await expect(field(form, 'Comment')).toHaveValue('Twice.');
    await field(form, 'Email').fill('ada@localhost');
    await submit(form);
    await expect(field(form, 'Email')).toHaveAccessibleDescription(/^Please enter an email address/);
    await expect(field(form, 'Email')).toBeFocused();

    await write(form, 'By the form,\nin two lines.');
    await submit(form);
    const mine = comment(page, 'By the form');
    await expect(mine).not.toHaveClass(/is-(sending|failed)/);
    await expect(mine).toBeFocused();
    await expect(mine.getByRole('button')).toHaveCount(0); // WordPress did not say what it is called
    await expect(page.getByRole('heading', { name: '2 comments' })).toBeVisible();

    await open(page, address);
    await expect(page.locator('article.comment')).toHaveCount(2);
    await mine.getByRole('button', { name: 'Reply to Ada Lovelace' }).click();
    await write(page.locator('.is-reply form'), 'An answer, by the form.', 'Grace Hopper');
    await submit(page.locator('.is-reply form'));
    await expectUnder(page, mine, comment(page, 'An answer, by the form.'));
    await expect(comment(page, 'An answer, by the form.')).not.toHaveClass(/is-(sending|failed)/);
    const rows = await post.comments();
    expect(rows.map((row) => row.comment_content)).toEqual(['Twice.', 'By the form,\nin two lines.', 'An answer, by the form.']);
    expect(rows[2]!.comment_parent).toBe(rows[1]!.comment_ID);

    await post.close();
    await page.clock.fastForward('00:15');
    await write(form, 'A moment too late.');
    await submit(form);
    await expect(summary).toContainText('Comments are closed now. Your text is still here.');
    await expect(field(form, 'Comment')).toHaveValue('A moment too late.');
  });

  test('held, and too soon', async ({ page, post, address }) => {
    await post.age(15);
    await post.set({ afterword_guests: 0, afterword_flood: 1, comment_moderation: 1 });
    await send(page, address, 'Please approve.');
    await expect(comment(page, 'Please approve.')).toContainText('Your comment is awaiting moderation.');
    const form = await send(page, address, 'Too soon.');
    await expect(form.locator('.outlook')).toContainText('You can post this in 1');
    await expect(field(form, 'Comment')).toHaveValue('Too soon.');
    await expect(comment(page, 'Please approve.')).toHaveCount(0);
    expect((await post.comments()).map((row) => row.comment_approved)).toEqual(['0']);
  });
});

test.describe('from another origin', () => {
  test.skip(({ elsewhere }) => !elsewhere, 'WordPress’s own pages can read what it answers');

  test('the reader is taken to the comment, and finds the text on the way back', async ({ page, post, address }) => {
    await post.set({ afterword_guests: 0, show_avatars: 0 });
    const form = await send(page, address, 'By the form,\nin two lines.');
    await page.waitForURL(`${env.url}/**#comment-*`);
    await expect(page.getByText('By the form,')).toBeVisible();
    const rows = await post.comments();
    expect(rows.map((row) => row.comment_content)).toEqual(['By the form,\r\nin two lines.']);
    expect(rows[0]).toMatchObject({ comment_author: 'Ada Lovelace', comment_author_email: 'ada@example.org', comment_approved: '1' });

    await goBack(page, address);
    await expect(form.locator('.summary')).toHaveText('If the site did not take your comment: your text is still here.');
    await expect(field(form, 'Comment')).toHaveValue('By the form,\nin two lines.');
    await expect(comment(page, 'By the form')).toHaveCount(0);
    await expectAccessible(page);
    await open(page, address);
    await expect(comment(page, 'By the form')).toBeVisible();
  });

  test('what it refuses is told on its own page', async ({ page, post, address }) => {
    await post.add(twice);
    await post.set({ afterword_guests: 0, show_avatars: 0, comment_moderation: 1 });
    const form = await send(page, address, 'Twice.');
    await expect(page.getByText('Duplicate comment detected')).toBeVisible();
    await goBack(page, address);
    await expect(field(form, 'Comment')).toHaveValue('Twice.');

    await write(form, 'Once.');
    await submit(form);
    await page.waitForURL(`${env.url}/**?unapproved=*`);
    await goBack(page, address);
    await post.close();
    await write(form, 'A moment too late.');
    await submit(form);
    await expect(page.getByText('Sorry, comments are closed for this item.')).toBeVisible();
    await goBack(page, address);
    await expect(field(form, 'Comment')).toHaveValue('A moment too late.');
    expect((await post.comments()).map((row) => row.comment_content)).toEqual(['Twice.', 'Once.']);
  });
});
