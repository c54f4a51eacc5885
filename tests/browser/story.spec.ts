/** @file The whole story as a person would live it, against the real server and its real database. */

import { article, expect, expectAccessible, fillIn, focused, goDown, test } from './fixtures.ts';

test('read, slip, comment, reply; it survives a reload, kill -9 and a restart', async ({ page, server, url }) => {
  await page.goto(url + article);
  await goDown(page);
  await expect(page.getByRole('heading', { name: /^\d+ comments$/ })).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: 'Inês Carvalho' }).first()).toBeVisible();
  await expectAccessible(page);
  const before = await page.getByRole('article').count();

  await page.getByRole('button', { name: 'Post Comment' }).click();
  await expect(page.getByText('Please write a comment.')).toBeVisible();
  await expect(page.getByText('Please enter your email address.')).toBeVisible();
  await expect.poll(() => focused(page)).toBe('form.comment');
  await expect(page.locator('[id="form.comment"]')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);

  await fillIn(page, 'form', 'A first thought,\nand https://example.org/ <b>too</b>.');
  await expect(page.getByText('Please write a comment.')).toBeHidden();
  await page.getByRole('button', { name: 'Post Comment' }).click();
  const mine = page.getByRole('article').filter({ hasText: 'A first thought' });
  await expect(mine).not.toHaveClass(/is-sending/);
  await expect(mine).toContainText('<b>too</b>');
  await expect(mine.getByRole('link', { name: 'https://example.org/' })).toHaveAttribute('rel', 'nofollow ugc noopener');
  await expect(page.locator('[id="form.comment"]')).toHaveValue('');
  await expect(page.locator('[id="form.name"]')).toHaveValue('Ada Lovelace');
  await expect.poll(() => focused(page)).toMatch(/^comment-/);
  await expect(page.getByRole('article')).toHaveCount(before + 1);
  await expectAccessible(page);

  await mine.getByRole('button', { name: 'Reply to Ada Lovelace' }).click();
  await expect.poll(() => focused(page)).toMatch(/^reply-.*\.comment$/);
  const form = page.locator('.is-reply form');
  await form.getByLabel('Comment').first().fill('half a thought');
  await form.getByRole('button', { name: 'Cancel reply' }).click();
  await expect(form).toHaveCount(0);
  await expect.poll(() => focused(page)).toMatch(/^comment-.*\.reply$/);
  await page.keyboard.press('Enter');
  await expect(form.getByLabel('Comment').first()).toHaveValue('half a thought');
  await expectAccessible(page);
  await fillIn(page, (await form.getAttribute('data-form'))!, 'An answer to myself.');
  await form.getByRole('button', { name: 'Post Comment' }).click();
  const answer = page.getByRole('article').filter({ hasText: 'An answer to myself.' });
  await expect(answer).not.toHaveClass(/is-sending/);
  await expect(form).toHaveCount(0);

  await page.reload();
  await goDown(page);
  await expect(mine).toBeVisible();
  await server.kill();
  await server.start();
  await page.reload();
  await goDown(page);
  await expect(answer).toBeVisible();
  await expect(page.locator('li.branch', { has: mine }).locator('.replies', { has: answer })).toBeVisible();
});

test('a double click posts one comment', async ({ page, url }) => {
  await page.goto(url + article);
  await goDown(page);
  await fillIn(page, 'form', 'Only once, please.');
  await page.getByRole('button', { name: 'Post Comment' }).dblclick();
  await expect(page.getByRole('article').filter({ hasText: 'Only once, please.' }).first()).not.toHaveClass(/is-sending/);
  await page.reload();
  await goDown(page);
  await expect(page.getByRole('article').filter({ hasText: 'Only once, please.' })).toHaveCount(1);
});

test('details are kept with consent only', async ({ page, url }) => {
  const stored = () => page.evaluate(() => ({ ...localStorage }));
  await page.goto(url + article);
  await goDown(page);
  await fillIn(page, 'form', 'Forget me.');
  await page.getByRole('button', { name: 'Post Comment' }).click();
  await expect(page.locator('[id="form.comment"]')).toHaveValue('');
  expect(await stored()).toEqual({});
  await fillIn(page, 'form', 'Remember me.');
  await page.getByLabel(/^Save my name/).check();
  await page.getByRole('button', { name: 'Post Comment' }).click();
  await expect(page.getByRole('article').filter({ hasText: 'Remember me.' })).not.toHaveClass(/is-sending/);
  expect(Object.keys(await stored())).toEqual(['afterword:commenter']);
  await page.reload();
  await goDown(page);
  await expect(page.locator('[id="form.email"]')).toHaveValue('ada@example.org');
});

test('double opt-in: sign up, follow the mail, be subscribed', async ({ page, url }) => {
  await page.goto(url + article);
  await goDown(page);
  const box = page.locator('[id="subscription"]');
  await expect(box).toContainText('Get every new post on this blog delivered to your Inbox.');
  await expect(box).toContainText('Join 212 other followers');
  await box.getByRole('button', { name: 'Sign me up' }).click();
  await expect(box).toContainText('Please enter your email address.');
  await box.getByLabel('Email').fill('reader@example.org');
  await box.getByRole('button', { name: 'Sign me up' }).click();
  await expect(box).toContainText('Please check your inbox');
  await expectAccessible(page);

  await page.goto(`${url}/outbox`);
  await page.getByRole('link', { name: /\/subscriptions\/confirm\?token=/ }).first().click();
  await page.getByRole('button').click();
  await page.goto(`${url}/subscribe`);
  await expect(page.locator('[id="subscription"]')).toContainText('Join 213 other followers');
  await page.getByLabel('Email').fill('reader@example.org');
  await page.getByRole('button', { name: 'Sign me up' }).click();
  await expect(page.locator('[id="subscription.outcome"]')).toHaveText('reader@example.org is already subscribed.');
});

test.describe('under moderation', () => {
  test.use({ serverOptions: ['--moderate'] });
  test('a held comment is its author’s alone until it is approved', async ({ page, server, url }) => {
    await page.goto(url + article);
    await goDown(page);
    await fillIn(page, 'form', 'Please approve.');
    await page.getByRole('button', { name: 'Post Comment' }).click();
    const held = page.getByRole('article').filter({ hasText: 'Please approve.' });
    await expect(held).toContainText('awaiting moderation');
    await expectAccessible(page);
    const id = await held.getAttribute('data-comment');
    await page.reload();
    await goDown(page);
    await expect(page.getByRole('article').first()).toBeVisible();
    await expect(held).toHaveCount(0);
    server.command('approve', id!);
    await page.reload();
    await goDown(page);
    await expect(held).toBeVisible();
  });
});

test('a closed page says so, and takes no replies', async ({ page, url }) => {
  await page.goto(`${url}/the-last-word`);
  await goDown(page);
  await expect(page.getByText('Comments are closed.')).toBeVisible();
  await expect(page.getByRole('button', { name: /Reply/ })).toHaveCount(0);
  await expectAccessible(page);
});

test.describe('while the server is away', () => {
  test.use({ allowed: /ERR_CONNECTION_REFUSED|Failed to load resource/ });
  test('nothing typed is lost, and trying again works', async ({ page, server, url }) => {
    await page.goto(url + article);
    await goDown(page);
    await fillIn(page, 'form', 'Written in a tunnel.');
    await server.kill();
    await page.getByRole('button', { name: 'Post Comment' }).click();
    await expect(page.locator('[id="form.summary"]')).toContainText('Your text is still here');
    await expect(page.locator('[id="form.comment"]')).toHaveValue('Written in a tunnel.');
    await expectAccessible(page);
    await server.start();
    await page.getByRole('button', { name: 'Post Comment' }).click();
    await expect(page.getByRole('article').filter({ hasText: 'Written in a tunnel.' })).not.toHaveClass(/is-sending/);
    await expect(page.locator('[id="form.summary"]')).toHaveCount(0);
  });

  test('a list that failed to load can be asked for again', async ({ page, server, url }) => {
    await page.goto(url + article);
    await goDown(page);
    await expect(page.getByRole('article').first()).toBeVisible();
    await server.kill();
    await page.locator('afterword-comments').evaluate((element) => element.setAttribute('page', '/the-last-word'));
    await expect(page.locator('[id="thread-state"]')).toContainText('The comments could not be loaded.');
    await expectAccessible(page);
    await server.start();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('Comments are closed.')).toBeVisible();
  });
});
