/** @file When the way is cut: nothing typed is lost, nothing is said twice, and trying again works. */

import { article, away, comment, complete, expect, field, fillIn, formOf, goDown, open, submit, takeBack, test } from './fixtures.ts';
import { Front } from './front.ts';

test.use({ allowed: new RegExp(`${away.source}|^Afterword: |status of 403`) });

test('a comment that could not be sent is kept, and can be sent again', async ({ page, server, url }) => {
  await open(page, url + article);
  const form = formOf(page);
  await fillIn(form, 'Written in a tunnel.');
  await complete(page);
  await server.kill();
  await submit(form);
  await expect(comment(page, 'Written in a tunnel.')).toBeFocused();
  await takeBack(page, form, 'Written in a tunnel.');
  await expect(field(form, 'Comment')).toBeFocused();
  await expect(field(form, 'Name')).toHaveValue('Ada Lovelace');
  await server.start();
  await submit(form);
  await expect(comment(page, 'Written in a tunnel.')).not.toHaveClass(/is-(sending|failed)/);
  await expect(form.locator('.summary')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '8 comments' })).toBeVisible();
});

test('a comment whose answer was lost is posted once', async ({ page, request, server, url }) => {
  await page.clock.install();
  await open(page, url + article);
  const form = formOf(page);
  await fillIn(form, 'Said into the wind.');
  const sent = page.waitForRequest((found) => found.method() === 'POST');
  await complete(page);
  server.pause(); // the request reaches its ears, and waits there
  await submit(form);
  await sent;
  await page.clock.fastForward('00:31');
  const lost = comment(page, 'Said into the wind.');
  await expect(lost).toContainText('This was not posted: the site gave no proper answer.');
  await expect(field(form, 'Comment')).toHaveValue('');
  server.resume();
  const total = async () =>
    ((await (await request.get(`${url}/api/comments?page=${article}`)).json()) as { total: number }).total;
  await expect.poll(total, 'the server took it in').toBe(8);
  await lost.getByRole('button', { name: 'Try again' }).click();
  await expect(lost).not.toHaveClass(/is-(sending|failed)/);
  await expect(lost).toHaveCount(1);
  expect(await total()).toBe(8);
});

test('a comment that was stored by a server which died before it answered is posted once', async ({ page, request, server, url }) => {
  const front = new Front();
  const address = await front.listen(url);
  try {
    await open(page, address + article);
    await fillIn(formOf(page), 'Said with its last breath.');
    await complete(page);
    front.lose = () => server.kill();
    await submit(formOf(page));
    const said = comment(page, 'Said with its last breath.');
    await expect(said).toContainText('This was not posted: the site gave no proper answer.');
    front.lose = undefined;
    await server.start();
    const total = async () =>
      ((await (await request.get(`${url}/api/comments?page=${article}`)).json()) as { total: number }).total;
    expect(await total(), 'the server has it').toBe(8);
    await open(page, address + article); // what waits goes out by itself, under its old key
    await expect(page.locator('.is-sending')).toHaveCount(0);
    await expect(said).toHaveCount(1);
    await expect(said).not.toHaveClass(/is-failed/);
    await expect(said.getByRole('button', { name: 'Edit' }), 'it is known as their own').toBeVisible();
    expect(await total()).toBe(8);
  } finally {
    front.close();
  }
});

test('a list that failed to load can be asked for again', async ({ page, server, url }) => {
  await open(page, url + article);
  await server.kill();
  await page.locator('afterword-comments').evaluate((element) => element.setAttribute('page', '/the-last-word'));
  const failed = page.locator('.failed');
  await expect(failed).toContainText('The comments could not be loaded.');
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Comments', exact: true })).toBeFocused();
  await expect(failed).toBeVisible();
  await server.start();
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Comments are closed.')).toBeVisible();
  await expect(failed).toHaveCount(0);
});

test('a widget that cannot be loaded says so', async ({ page, server, url }) => {
  await page.setViewportSize({ width: 800, height: 400 });
  await page.goto(url + article);
  await expect(page.locator('afterword-comments')).toBeAttached();
  await server.kill();
  const element = page.locator('afterword-comments');
  await element.evaluate((found) => found.scrollIntoView());
  await expect(element).toHaveText('This part of the page could not be loaded. Reload the page to try again.');
  await server.start();
  await page.reload();
  await goDown(page);
  await expect(comment(page, 'the truest one here')).toBeVisible();
});

test('a page that closed while a comment was written says so, and keeps the text', async ({ page, server, url }) => {
  await open(page, url + article);
  const form = formOf(page);
  await fillIn(form, 'A moment too late.');
  server.command('close', article);
  await submit(form);
  await expect(form.locator('.summary')).toContainText('Comments are closed now. Your text is still here.');
  await expect(field(form, 'Comment')).toHaveValue('A moment too late.');
  await expect(page.getByRole('heading', { name: '7 comments' })).toBeVisible();
});
