/** @file The main way, as a person would go it, against the real server and its real database. */

import { article, comment, complete, expect, field, fillIn, focused, formOf, goDown, open, post, submit, test } from './fixtures.ts';

test('read, slip, comment, reply; it survives a reload, kill -9 and a restart', async ({ page, server, url }) => {
  await open(page, url + article);
  await expect(page.getByRole('heading', { name: '12 comments' })).toBeVisible();
  await expect(comment(page, 'the truest one here')).toContainText('Inês Carvalho');

  const form = formOf(page);
  await submit(form);
  const summary = form.locator('.summary');
  await expect(summary).toContainText('Please look at these 3 things:');
  await expect(form.locator('.problem')).toHaveText(
    ['Please write a comment.', 'Please enter your name.', 'Please enter your email address.']);
  await expect(field(form, 'Comment')).toBeFocused();
  await summary.getByRole('link', { name: 'Email' }).click();
  await expect(field(form, 'Email')).toBeFocused();

  await fillIn(form, 'A first thought,\nand https://example.org/ <b>too</b>.');
  await expect(form.locator('.problem')).toHaveCount(0);
  await complete(page);
  server.pause();
  await submit(form);
  const mine = comment(page, 'A first thought');
  await expect(mine).toHaveClass(/is-sending/);
  await expect(mine).toContainText('Sending …');
  await expect(form.getByRole('button', { name: 'Posting …' })).toBeVisible();
  await expect(field(form, 'Comment')).toHaveValue(/^A first thought/);
  server.resume();
  await expect(mine).not.toHaveClass(/is-(sending|failed)/);
  await expect(mine).toBeFocused();
  await expect(mine).toContainText('<b>too</b>');
  await expect(mine.getByRole('link', { name: 'https://example.org/' })).toHaveAttribute('rel', 'nofollow ugc noopener');
  await expect(field(form, 'Comment')).toHaveValue('');
  await expect(field(form, 'Name')).toHaveValue('Ada Lovelace');
  await expect(page.getByRole('heading', { name: '13 comments' })).toBeVisible();

  await mine.getByRole('button', { name: 'Reply to Ada Lovelace' }).click();
  const reply = page.locator('.is-reply form');
  await expect(field(reply, 'Comment')).toBeFocused();
  await field(reply, 'Comment').fill('half a thought');
  await reply.getByRole('button', { name: 'Cancel reply' }).click();
  await expect(reply).toHaveCount(0);
  await expect(mine.getByRole('button', { name: /^Reply/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(reply, 'Comment')).toHaveValue('half a thought');
  const answer = await post(page, reply, 'An answer to myself.');
  await expect(reply).toHaveCount(0);
  await expect(answer).toBeFocused();

  const expectBoth = async (): Promise<void> => {
    await expect(page.getByRole('heading', { name: '14 comments' })).toBeVisible();
    await expect(mine).toHaveCount(1);
    await expect(page.locator('.branch', { has: mine }).locator('.replies').filter({ has: answer })).toBeVisible();
  };
  await expectBoth();
  await page.reload();
  await goDown(page);
  await expectBoth();
  await page.goto('about:blank'); // a page that listens would say that nobody is there
  await server.kill();
  await server.start();
  await page.goto(url + article);
  await goDown(page);
  await expectBoth();
});

test('a double click posts one comment', async ({ page, server, url }) => {
  await open(page, url + article);
  await fillIn(formOf(page), 'Only once, please.');
  await complete(page);
  server.pause(); // so that the second click comes while the first is on its way
  await formOf(page).getByRole('button', { name: 'Post Comment' }).dblclick();
  await expect(comment(page, 'Only once, please.')).toHaveCount(1);
  server.resume();
  await expect(comment(page, 'Only once, please.')).not.toHaveClass(/is-(sending|failed)/);
  await page.reload();
  await goDown(page);
  await expect(comment(page, 'Only once, please.')).toHaveCount(1);
  await expect(page.getByRole('heading', { name: '13 comments' })).toBeVisible();
});

test('a problem shows when its field is left, and goes when it is mended', async ({ page, url }) => {
  await open(page, url + article);
  const email = field(formOf(page), 'Email');
  const problem = page.getByText('Please enter an email address like name@example.org.');
  await email.pressSequentially('ada');
  await expect(problem).toHaveCount(0);
  await email.press('Tab');
  await expect(problem).toBeVisible();
  await email.pressSequentially('@example.org');
  await expect(problem).toHaveCount(0);
  await expect(email).toHaveValue('ada@example.org');
});

test.describe('under moderation', () => {
  test.use({ serverOptions: ['--moderate'] });
  test('a held comment is its author’s alone until it is approved', async ({ page, server, url }) => {
    await open(page, url + article);
    const held = await post(page, formOf(page), 'Please approve.');
    await expect(held).toContainText('Your comment is awaiting moderation.');
    await expect(held.getByRole('button', { name: /^Reply/ })).toHaveCount(0);
    await expect(page.getByRole('heading', { name: '12 comments' })).toBeVisible();
    const id = await held.getAttribute('data-comment');
    await open(page, url + article);
    await expect(comment(page, 'the truest one here')).toBeVisible();
    await expect(held).toHaveCount(0);
    server.command('approve', id!);
    await open(page, url + article);
    await expect(held).toContainText('Ada Lovelace');
  });
});

test('a closed page says so, and takes no comments and no replies', async ({ page, server, url }) => {
  server.command('close', article);
  await open(page, url + article);
  await expect(page.getByText('Comments are closed.')).toBeVisible();
  await expect(comment(page, 'the truest one here')).toBeVisible();
  await expect(formOf(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Reply' })).toHaveCount(0);
});

test('a long thread comes in pages', async ({ page, request, url }) => {
  for (let i = 1; i <= 50; ++i) {
    const data = { page: article, key: `more-${i}`, comment: `Number ${i}.`, name: 'Ada', email: 'ada@example.org' };
    expect((await request.post(`${url}/api/comments`, { data })).status()).toBe(201);
  }
  await open(page, url + article);
  await expect(page.getByRole('heading', { name: '62 comments' })).toBeVisible();
  const top = page.locator('.part > .branch');
  await expect(top).toHaveCount(51); // fifty, and the pinned one
  await page.getByRole('button', { name: 'Show more comments' }).click();
  await expect(top).toHaveCount(55);
  await expect(top.last()).toContainText('Number 50.');
  await expect.poll(() => focused(page)).toBe(await top.nth(51).locator('article').getAttribute('id'));
  await expect(page.getByRole('button', { name: 'Show more comments' })).toHaveCount(0);
});
