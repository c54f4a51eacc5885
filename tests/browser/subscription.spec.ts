/** @file The subscription box, and the way through the mail. */

import { article, away, complete, expect, open, test, type Locator, type Page } from './fixtures.ts';

const boxOf = (page: Page): Locator => page.getByRole('region', { name: 'Get every new post on this blog' });
const outcome = (page: Page): Locator => boxOf(page).locator('.outcome');

const signUp = async (page: Page, email: string): Promise<void> => {
  await boxOf(page).getByRole('textbox', { name: 'Email' }).fill(email);
  await boxOf(page).getByRole('button', { name: 'Sign me up' }).click();
};

test('double opt-in: sign up, follow the mail, be subscribed', async ({ page, request, server, url }) => {
  await open(page, url + article);
  await expect(boxOf(page)).toContainText('Join 212 other followers');
  await complete(page);
  server.pause();
  await signUp(page, 'reader@example.org');
  await expect(boxOf(page).getByRole('button')).toHaveText('Signing you up …');
  server.resume();
  await expect(outcome(page)).toContainText('Please check your inbox');
  await expect(outcome(page)).toContainText('reader@example.org');
  await expect(outcome(page)).toBeFocused();

  await page.goto(`${url}/outbox`);
  await page.getByRole('link', { name: /\/subscriptions\/confirm\?token=/ }).click();
  // To look at the link, as a scanner of mails does, is not to confirm.
  const followers = async () => (await (await request.get(`${url}/api/subscriptions`)).json()) as unknown;
  expect(await followers()).toEqual({ followers: 212 });
  await page.getByRole('button').click();
  await expect.poll(followers).toEqual({ followers: 213 });

  await page.goto(`${url}/subscribe`);
  await expect(boxOf(page)).toContainText('Join 213 other followers');
  await signUp(page, 'reader@example.org');
  await expect(outcome(page)).toHaveText('reader@example.org is already subscribed.');
});

test('an address that cannot be one is pointed out', async ({ page, url }) => {
  await page.goto(`${url}/subscribe`);
  const email = boxOf(page).getByRole('textbox');
  await signUp(page, '');
  await expect(email).toBeFocused();
  await expect(email).toHaveAccessibleDescription('Please enter your email address.');
  await signUp(page, 'reader@');
  await expect(email).toHaveAccessibleDescription('Please enter an email address like name@example.org.');
  await expect(email).toHaveValue('reader@');
  await signUp(page, 'reader@example.org');
  await expect(outcome(page)).toContainText('Please check your inbox');
});

test.describe('while the server is away', () => {
  test.use({ allowed: away });
  test('the address is kept, and signing up again works', async ({ page, server, url }) => {
    await page.goto(`${url}/subscribe`);
    await expect(boxOf(page)).toContainText('212');
    await page.waitForLoadState('networkidle'); // the whole core is there
    await server.kill();
    await signUp(page, 'reader@example.org');
    await expect(outcome(page)).toHaveText('The site gave no proper answer. Please try again.');
    await expect(boxOf(page).getByRole('textbox')).toHaveValue('reader@example.org');
    await server.start();
    await boxOf(page).getByRole('button', { name: 'Sign me up' }).click();
    await expect(outcome(page)).toContainText('Please check your inbox');
  });
});
