/** @file The form looks ahead: what will become of a comment is said before it is sent. */

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { article, comment, expect, expectAccessible, field, fillIn, focused, formOf, open, post, submit, test } from './fixtures.ts';

const folder = fileURLToPath(new URL('../../build/screenshots/', import.meta.url));
mkdirSync(folder, { recursive: true });

// What Chromium itself says of an answer that is a refusal.
test.use({ allowed: /status of (409|429)/ });

test('a slip in an address, a limit that is near, and many links are pointed out', async ({ page, url }) => {
  await open(page, url + article);
  const form = formOf(page);
  await field(form, 'Comment').fill(`https://a.example/ https://b.example/ https://c.example/ ${'x'.repeat(7_900)}`);
  await field(form, 'Name').fill('Ada');
  await field(form, 'Email').fill('ada@gmial.com');
  await field(form, 'Website').focus();
  await expect(form.getByText('characters left')).toBeVisible();
  await expect(form.getByText('With more than 2 links, this will wait for moderation.')).toBeVisible();
  const hint = form.getByRole('button', { name: 'Did you mean ada@gmail.com?' });
  await expect(hint).toBeVisible();
  await expectAccessible(page);
  await form.screenshot({ path: `${folder}outlook.png` });
  await page.setViewportSize({ width: 360, height: 740 });
  await form.screenshot({ path: `${folder}outlook-phone.png` });
  await hint.press('Enter');
  await expect(field(form, 'Email')).toHaveValue('ada@gmail.com');
  await expect(hint).toHaveCount(0);
  expect(await focused(page)).toBe('form.email');
  await submit(form);
  await expect(page.getByText('Your comment is awaiting moderation.').first()).toBeVisible();
});

test.describe('where a flood is feared', () => {
  test.use({ serverOptions: ['--interval', '4'] });

  test('a comment that comes too soon waits for a countdown', async ({ page, url }) => {
    await open(page, url + article);
    const form = formOf(page);
    await post(page, form, 'First.');
    await fillIn(form, 'Second.');
    const countdown = form.locator('.outlook');
    await expect(countdown).toHaveText(/^You can post this in (one second|[234] seconds)\.$/);
    await submit(form);
    await expect(form.locator('[aria-invalid]')).toHaveCount(0);
    await expect(field(form, 'Comment')).toHaveValue('Second.');
    await expect(comment(page, 'Second.')).toHaveCount(0);
    await expect(countdown).toBeHidden();
    await submit(form);
    await expect(comment(page, 'Second.')).not.toHaveClass(/is-(sending|failed)/);
  });

  test('so does one that only the server knows to be too soon', async ({ page, url }) => {
    await open(page, url + article);
    await post(page, formOf(page), 'First.');
    await page.reload(); // the page knows nothing of the first any more
    await open(page, url + article);
    const form = formOf(page);
    await fillIn(form, 'Second.');
    await submit(form);
    await expect(form.locator('.outlook')).toHaveText(/^You can post this in/);
    await expect(field(form, 'Comment')).toHaveValue('Second.');
    await expect(form.locator('.outlook')).toBeHidden();
    await submit(form);
    await expect(comment(page, 'Second.')).not.toHaveClass(/is-(sending|failed)/);
  });
});

test('what was posted already is not posted twice', async ({ page, url }) => {
  await open(page, url + article);
  const form = formOf(page);
  await post(page, form, 'Once.');
  await field(form, 'Comment').fill('Once.');
  await submit(form);
  await expect(form.getByText('This comment was posted already.')).toBeVisible();
  await expect(comment(page, 'Once.')).toHaveCount(1);
  await open(page, url + article);
  await expect(field(form, 'Comment'), 'the draft is back').toHaveValue('Once.');
  await fillIn(form, 'Once.');
  await submit(form);
  await expect(form.getByText('This comment was posted already.')).toBeVisible();
  await expect(comment(page, 'Once.')).toHaveCount(1);
});

test('a root that is chosen too late hides nothing', async ({ page, url }) => {
  await open(page, url + article);
  await page.locator('afterword-comments').evaluate((element) => element.setAttribute('root', 'light'));
  await expect(field(formOf(page), 'Comment')).toBeVisible();
});
