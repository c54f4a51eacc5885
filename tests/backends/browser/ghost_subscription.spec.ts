/** @file Ghost's subscription on a page whose comments are another backend's, and the way through a real mail. */

import { envOf } from './backend.ts';
import { Ghost, tagOf } from './ghost.ts';
import {
  article, expect, expectAccessible, formOf, open, picture, post, test as base, type Locator, type Page,
} from './site.ts';

const ghost = new Ghost();

const test = base.extend<{ address: string }>({
  address: async ({ publish }, use) => {
    await ghost.control('limits');
    await use(await publish(ghost.url, `<script async src="/afterword.js" data-backend="/api" data-page="${article}"></script>
    <afterword-subscribe recipe="ghost" backend="${ghost.url}" prefix="news-"></afterword-subscribe>`));
  },
});

test.afterAll(() => ghost.control('clear'));

const box = (page: Page): Locator => page.getByRole('region', { name: 'Get every new post on this blog' });
const outcome = (page: Page): Locator => box(page).locator('.outcome');

const signUp = async (page: Page, email: string): Promise<void> => {
  await box(page).getByRole('textbox', { name: 'Email' }).fill(email);
  await box(page).getByRole('button', { name: 'Sign me up' }).click();
};

/** The links of the mails that came to `email`. */
const mailed = async (email: string): Promise<string[]> => {
  const response = await fetch(`${envOf('mail')['url']!}/messages?to=${encodeURIComponent(email)}`);
  return ((await response.json()) as { links: string[] }[]).flatMap(({ links }) => links).filter((link) => link.includes('token='));
};

/** How many newsletters each member with this address gets: one row if there is such a member, none if not. */
const subscriptions = (email: string): Promise<unknown[][]> =>
  ghost.rows(['(select count(*) from members_newsletters where member_id = members.id)'], `members where email = '${email}'`);

test('one page, two backends: a comment goes here, an address there; the mail’s link makes a member', async ({ page, address, publish }) => {
  const email = `reader-${Date.now()}@example.org`;
  await open(page, address);
  await post(page, formOf(page), 'To the demo.');
  await signUp(page, email);
  await expect(outcome(page)).toContainText(`Please check your inbox: the link that we sent to ${email} completes`);
  await expect(outcome(page)).toBeFocused();
  await expectAccessible(page);
  await picture(page, 'ghost-subscription');
  expect(await subscriptions(email)).toEqual([]);

  await expect.poll(() => mailed(email)).toHaveLength(1);
  const [link] = await mailed(email);
  const inbox = await page.context().newPage();
  // Ghost asks the Internet where a reader's address is, for seconds if there is none; of no address it does not ask.
  await inbox.setExtraHTTPHeaders({ 'x-forwarded-for': 'nowhere' });
  await inbox.goto(link!, { waitUntil: 'commit' });
  expect(inbox.url()).toContain('success=true');
  expect(await subscriptions(email)).toEqual([[1]]);

  // Whoever followed it is signed in, on every page of that host.
  await open(page, await publish(ghost.url, tagOf(ghost)));
  await expect(page.getByText(`Logged in as ${email}.`)).toBeVisible();
});

test.describe('where Ghost refuses', () => {
  test.use({ allowed: /status of (400|429)/ });

  test('an address that it does not take, a site by invitation, a flood', async ({ page, address }) => {
    await open(page, address);
    const email = box(page).getByRole('textbox', { name: 'Email' });
    await signUp(page, 'reader@');
    await expect(email).toHaveAccessibleDescription('Please enter an email address like name@example.org.');
    await signUp(page, 'reader@example.x');
    await expect(email).toHaveAccessibleDescription('Please enter an email address like name@example.org.');
    await expect(email).toBeFocused();
    await expect(email).toHaveValue('reader@example.x');
    await expectAccessible(page);

    await ghost.control('signup', 'invite');
    await signUp(page, 'reader@example.org');
    await expect(outcome(page)).toHaveText('The site did not accept this: This site is invite-only, contact the owner for access.');
    await expect(email).toHaveValue('reader@example.org');
    await expectAccessible(page);
    await picture(page, 'ghost-invite-only');
    await ghost.control('signup', 'all');

    const api = `${ghost.url}/members/api`;
    const integrityToken = await (await fetch(`${api}/integrity-token/`)).text();
    const once = () => fetch(`${api}/send-magic-link/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'reader@example.org', emailType: 'subscribe', integrityToken }),
    });
    for (let tries = 0; tries < 20 && (await once()).status !== 429; ++tries);
    await signUp(page, 'reader@example.org');
    await expect(outcome(page)).toHaveText('The site did not accept this: Too many login attempts.');
    await expect(email).toHaveValue('reader@example.org');
    expect(await subscriptions('reader@example.org')).toEqual([]);
  });
});
