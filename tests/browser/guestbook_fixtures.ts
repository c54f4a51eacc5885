/** @file A guestbook for each test, and a page of another origin with the tutorial's tag. */

import { expect, field, test as base, type Locator, type Page } from './fixtures.ts';
import { Front } from './front.ts';
import { Guestbook, pageFor, recipe } from './guestbook.ts';

interface Fixtures {
  guestbook: Guestbook;
  /** The page with the tag. */
  address: string;
}

export const test = base.extend<Fixtures>({
  guestbook: async ({}, use) => {
    const guestbook = new Guestbook();
    await use(guestbook);
    await guestbook.remove();
  },
  address: async ({ guestbook, server, url }, use) => {
    const front = new Front();
    const origin = await front.listen(url);
    const elsewhere = await guestbook.start(origin);
    front.lets = elsewhere;
    server.write('guestbook.json', recipe);
    server.write('fair.html', pageFor(elsewhere));
    await use(`${origin}/fair`);
    front.close();
  },
});

/** The box of consent. */
export const agreeBox = (form: Locator): Locator => form.getByRole('checkbox', { name: 'I agree to the house rules' });

/** Fills in what the guestbook's form requires. */
export const sign = async (form: Locator, name: string, words: string): Promise<void> => {
  await field(form, 'Comment').fill(words);
  await field(form, 'Name').fill(name);
  await agreeBox(form).check();
};

/** That `answer` stands among the replies to `answered`. */
export const expectUnder = async (page: Page, answered: Locator, answer: Locator): Promise<void> => {
  const replies = page.locator('.branch', { has: answered }).locator('.replies');
  await expect(replies.filter({ has: answer }).first()).toBeVisible();
};
