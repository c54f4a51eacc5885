/** @file From the reader to the whole core: nobody waits for it to read, and nothing typed is lost on the way. */

import { article, comment, expect, field, fillIn, focused, formOf, open, post, submit, test, type Page } from './fixtures.ts';

const core = '/afterword-core.wasm';

/** Holds the whole core back. @returns lets it go */
const hold = async (page: Page): Promise<() => void> => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(`**${core}`, async (route) => {
    await released;
    await route.continue();
  });
  return release;
};

test('the thread is read and a comment written while the whole core is on its way', async ({ page, url }) => {
  const release = await hold(page);
  const asked = page.waitForRequest(`**${core}`);
  await open(page, url + article);
  await expect(page.getByRole('heading', { name: '12 comments' })).toBeVisible();
  await expect(comment(page, 'the truest one here')).toBeVisible();
  await asked; // by nobody's doing
  const form = formOf(page);
  await fillIn(form, 'Faster than the wire.');
  await submit(form);
  await expect(field(form, 'Comment')).toHaveValue('Faster than the wire.');
  await expect(comment(page, 'Faster than the wire.')).toHaveCount(0);
  release();
  await expect(comment(page, 'Faster than the wire.')).not.toHaveClass(/is-(sending|failed)/);
  await expect(page.getByRole('heading', { name: '13 comments' })).toBeVisible();
  await expect(field(form, 'Comment')).toHaveValue('');
});

test('nothing moves when the whole core brings the tools of the thread', async ({ page, url }) => {
  const release = await hold(page);
  const tops = () =>
    page.locator('article.comment').evaluateAll((all) => all.map((found) => Math.round(found.getBoundingClientRect().top + scrollY)));
  await open(page, url + article);
  const tools = page.locator('#thread-tools');
  const before: number[][] = [];
  const widths = [1280, 640, 360, 320];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 740 });
    before.push(await tops());
  }
  await expect(tools.getByRole('searchbox')).toHaveCount(0);
  release();
  await expect(tools.getByRole('searchbox')).toBeVisible();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 740 });
    expect(await tops(), `at ${width} px`).toEqual(before.shift());
  }
  expect(await tools.evaluate((found) => found.scrollWidth - found.clientWidth)).toBeLessThanOrEqual(0);
});

test('a Reply that was pressed too early opens its form in the end', async ({ page, url }) => {
  const release = await hold(page);
  await open(page, url + article);
  await page.getByRole('button', { name: 'Reply to Ruth' }).click();
  const reply = page.locator('.is-reply form');
  await expect(reply).toHaveCount(0);
  release();
  await expect(field(reply, 'Comment')).toBeFocused();
});

test('once the whole core is there, Reply moves the focus in the task of its click', async ({ page, url }) => {
  await open(page, url + article);
  const email = field(formOf(page), 'Email');
  await email.fill('ada');
  await email.press('Tab');
  await expect(page.getByText('Please enter an email address like name@example.org.')).toBeVisible();
  const id = await page.getByRole('button', { name: 'Reply to Ruth' }).evaluate((button) => {
    button.click();
    return (button.getRootNode() as ShadowRoot).activeElement?.id;
  });
  expect(id).toMatch(/^reply-\d+\.comment$/);
  expect(await focused(page)).toBe(id);
});

test('the subscription box alone is written in as soon as it is there', async ({ page, url }) => {
  const release = await hold(page);
  await page.goto(`${url}/subscribe`);
  await expect(page.getByText('Join 212 other followers')).toBeVisible();
  await page.getByRole('textbox').fill('reader@example.org');
  await page.getByRole('button', { name: 'Sign me up' }).click();
  await expect(page.getByRole('textbox')).toHaveValue('reader@example.org');
  release();
  await expect(page.locator('.outcome')).toContainText('Please check your inbox');
});

test('who wants to save data gets the whole core by writing alone', async ({ page, url }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  await open(page, url + article);
  await page.waitForLoadState('networkidle');
  expect(paths).not.toContain(core);
  await post(page, formOf(page), 'By the byte.');
  expect(paths.filter((path) => path === core)).toHaveLength(1);
});

test.describe('where the whole core cannot be had', () => {
  test.use({ allowed: /^Afterword: |ERR_FAILED/ });

  test('reading goes on, text stays, and a later try works', async ({ page, url }) => {
    let failures = 0;
    await page.route(`**${core}`, (route) => (++failures, route.abort()));
    await open(page, url + article);
    await expect(comment(page, 'the truest one here')).toBeVisible();
    await expect.poll(() => failures, 'tried in the background').toBeGreaterThan(0);
    const form = formOf(page);
    const note = page.getByText('Something went wrong here. Please copy what you have written, and reload the page.');
    await expect(note).toHaveCount(0);
    await fillIn(form, 'Against all odds.');
    await submit(form);
    await expect(note.first()).toBeVisible();
    await expect(field(form, 'Comment')).toHaveValue('Against all odds.');
    await page.unroute(`**${core}`);
    await submit(form);
    await expect(comment(page, 'Against all odds.')).not.toHaveClass(/is-(sending|failed)/);
    await expect(page.getByRole('heading', { name: '13 comments' })).toBeVisible();
    await expect(page.locator('.broken')).toHaveCount(0);
  });
});
