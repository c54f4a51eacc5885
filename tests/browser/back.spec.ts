/** @file Back and forward: a page with nothing unsent is kept as it was, and goes on where it stood. */

import { article, comment, expect, field, formOf, open, post, test, type Page } from './fixtures.ts';

// Playwright switches the cache off, because pages that come out of it confuse some of its waiting.
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
});

/** Leaves for another page and comes back by the browser's button; whether it is the same page still. */
const leaveAndReturn = async (page: Page, url: string): Promise<boolean> => {
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  await page.goto(`${url}/subscribe`);
  await page.evaluate(() => history.back());
  await page.waitForURL(`**${article}`, { waitUntil: 'commit' });
  return page.evaluate(() => 'isSame' in window);
};

test('a page without unsent text comes back as it was', async ({ page, url }) => {
  page.on('dialog', (dialog) => void dialog.accept());
  await open(page, url + article);
  await expect(formOf(page).getByRole('button', { name: 'Bold' }), 'the whole core is there').toBeVisible();
  await field(formOf(page), 'Name').fill('Ada');
  await field(formOf(page), 'Comment').fill('Unsent');
  await expect(formOf(page)).toContainText('Draft saved');
  await formOf(page).getByRole('button', { name: 'Discard' }).click();
  expect(await leaveAndReturn(page, url)).toBe(true);
  await expect(field(formOf(page), 'Name')).toHaveValue('Ada');
  await post(page, formOf(page), 'Back again.');
  await expect(comment(page, 'Back again.')).toBeFocused();
});
