/** @file What WordPress does not take is explained where it belongs, and the text stays. */

import { comment, expect, expectAccessible, field, formOf, open, submit } from '../../browser/fixtures.ts';
import { send, test, write } from './fixtures.ts';

// Chromium itself says so of every answer that is no success.
test.use({ allowed: /^Failed to load resource: .* status of (400|403|409)|^Afterword: backend misconfigured\? create/ });

test('duplicate, spam, closed', async ({ page, post, address }) => {
  await post.add({ comment_author: 'Ada Lovelace', comment_author_email: 'ada@example.org', comment_content: 'Twice.' });
  await post.set({ disallowed_keys: 'casino' });
  await open(page, address);
  const form = formOf(page);
  const summary = form.locator('.summary');
  const refused = async (words: string, because: string): Promise<void> => {
    await write(form, words);
    await submit(form);
    await expect(summary).toContainText(because);
    await expect(summary).toBeFocused();
    await expect(field(form, 'Comment')).toHaveValue(words);
    await expect(page.locator('article.comment')).toHaveCount(1);
  };
  await refused('Twice.', 'This comment was posted already.');
  await refused('The best casino in town.', 'The site took this for spam. Your text is still here.');
  await post.close();
  await refused('A moment too late.', 'Comments are closed now. Your text is still here.');
  expect((await post.comments()).map((row) => row.comment_approved)).toEqual(['1', 'trash']);
});

test('what is wrong with a field stands at the field', async ({ page, post, address }) => {
  await post.set({ afterword_lengths: { comment_author: 20, comment_content: 200 } });
  await open(page, address);
  const form = formOf(page);
  const refused = async (label: string, because: string): Promise<void> => {
    await submit(form);
    await expect(form.locator('.problem')).toHaveText([because]);
    await expect(field(form, label)).toBeFocused();
    await expect(field(form, label)).toHaveAccessibleDescription(new RegExp(`^${because}`));
  };
  await write(form, 'I have no dot.');
  await field(form, 'Email').fill('ada@localhost');
  await refused('Email', 'Please enter an email address like name@example.org.');
  await expectAccessible(page);
  await write(form, 'My name is long.', 'Ada Augusta King, Countess of Lovelace');
  await refused('Name', 'Comment field exceeds maximum length allowed.');
  await write(form, 'long '.repeat(50));
  await refused('Comment', 'Comment field exceeds maximum length allowed.');
  await expect(field(form, 'Comment')).toHaveValue('long '.repeat(50));
  expect(await post.comments()).toEqual([]);
});

test('lengths are WordPress’s own: bytes', async ({ page, post, address }) => {
  await open(page, address);
  const form = formOf(page);
  const name = 'é'.repeat(122); // and WordPress takes 245 bytes
  await write(form, 'x'.repeat(65_525), `${name}éé`);
  await field(form, 'Email').fill('ada@example.org');
  await submit(form);
  await expect(form.locator('.problem')).toHaveText(['Please shorten this to 245 characters.']);
  await expect(field(form, 'Name')).toHaveAccessibleDescription(/3 characters too many$/);
  await field(form, 'Name').fill(`${name}e`);
  await submit(form);
  await expect(comment(page, 'xxx')).not.toHaveClass(/is-(sending|failed)/);
  const [row] = await post.comments();
  expect(row!.comment_author).toBe(`${name}e`);
  expect(row!.comment_content).toHaveLength(65_525);
});

test('whoever is too fast is told for how long, second by second', async ({ page, post, address }) => {
  await page.clock.install();
  await post.set({ afterword_flood: 1 });
  await post.add({ comment_author: 'Ada Lovelace', comment_author_email: 'ada@example.org', comment_author_IP: '127.0.0.1',
    comment_content: 'From somewhere else.' });
  const form = await send(page, address, 'Too soon.');
  const outlook = form.locator('.outlook');
  const seconds = async (): Promise<number> => Number(/in (\d+) seconds/.exec(await outlook.innerText())?.[1] ?? 0);
  await expect(outlook).toContainText('You can post this in 1');
  const told = await seconds();
  expect(told).toBeGreaterThan(10);
  expect(told).toBeLessThanOrEqual(15);
  await expect.poll(seconds).toBeLessThan(told);
  await expect(field(form, 'Comment')).toHaveValue('Too soon.');
  await expect(comment(page, 'Too soon.')).toHaveCount(0);
  await post.age(15);
  await page.clock.fastForward('00:15');
  await expect(outlook).toBeEmpty();
  await submit(form);
  await expect(comment(page, 'Too soon.')).not.toHaveClass(/is-(sending|failed)/);
  expect(await post.comments()).toHaveLength(2);
});
