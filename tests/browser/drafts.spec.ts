/** @file Drafts: whatever becomes of a page, what was typed there is not lost; and it stays on the device. */

import {
  article, away, comment, complete, expect, field, fillIn, focused, formOf, open, post, submit, takeBack, test,
  type Page,
} from './fixtures.ts';
import { arabicPicture, picture } from './picture.ts';

/** Writes into the page's form, and waits until that is kept. */
const draft = async (page: Page, text: string): Promise<void> => {
  await field(formOf(page), 'Comment').fill(text);
  await expect(formOf(page)).toContainText('Draft saved');
};

const expectDraft = (page: Page, text: string): Promise<void> =>
  expect(field(formOf(page), 'Comment')).toHaveValue(text);

test('a draft is there after a reload, and names nobody', async ({ page, url }) => {
  await open(page, url + article);
  await fillIn(formOf(page), 'Half a thought');
  await draft(page, 'Half a thought, and more');
  await picture(page, formOf(page), 'draft');
  await arabicPicture(page, formOf(page), 'draft');
  await open(page, url + article);
  await expectDraft(page, 'Half a thought, and more');
  await expect(formOf(page)).toContainText('Draft saved');
  await expect(field(formOf(page), 'Name')).toHaveValue('');
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).toContain('Half a thought, and more');
  expect(kept).not.toMatch(/Ada|Lovelace|example\.org/);
  await post(page, formOf(page), 'The whole thought');
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft:')))).toEqual([]);
});

test('a draft outlives a crash', async ({ page, context, url }) => {
  await open(page, url + article);
  await draft(page, 'Before the crash');
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  void session.send('Page.crash').catch(() => {}); // nobody is left to answer
  await crashed;
  const other = await context.newPage();
  await open(other, url + article);
  await expectDraft(other, 'Before the crash');
});

test.describe('while the server is away', () => {
  test.use({ allowed: new RegExp(`${away.source}|^Afterword: `) });
  test('what could not be sent and was taken back is a draft again', async ({ page, server, url }) => {
    await open(page, url + article);
    await fillIn(formOf(page), 'Not today');
    await complete(page);
    await server.kill();
    await submit(formOf(page));
    await takeBack(page, formOf(page), 'Not today');
    await server.start();
    await open(page, url + article);
    await expectDraft(page, 'Not today');
    await expect(comment(page, 'Not today')).toHaveCount(0);
  });
});

test('two tabs: each has its own text again', async ({ page, context, url }) => {
  const other = await context.newPage();
  for (const tab of [page, other]) await open(tab, url + article);
  await draft(page, 'In the first tab');
  await draft(other, 'In the second tab');
  for (const tab of [page, other]) await open(tab, url + article);
  await expectDraft(page, 'In the first tab');
  await expectDraft(other, 'In the second tab');
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  for (const text of ['In the first tab', 'In the second tab']) expect(kept.split(text), 'once').toHaveLength(2);
});

test('a draft that was discarded can be had back, until somebody types', async ({ page, url }) => {
  await open(page, url + article);
  const form = formOf(page);
  await draft(page, 'Rash');
  await form.getByRole('button', { name: 'Discard' }).click();
  await expectDraft(page, '');
  await expect(field(form, 'Comment')).toBeFocused();
  await form.getByRole('button', { name: 'Undo' }).click();
  await expectDraft(page, 'Rash');
  await form.getByRole('button', { name: 'Discard' }).click();
  await page.keyboard.type('N');
  await expect(form.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await expectDraft(page, 'N');
});

test('a reply that was begun is gone on with under its comment', async ({ page, url }) => {
  await open(page, url + article);
  await page.getByRole('button', { name: 'Reply to Ruth' }).click();
  const reply = page.locator('.is-reply form');
  await field(reply, 'Comment').fill('Dear Ruth');
  await expect(reply).toContainText('Draft saved');
  await open(page, url + article);
  await expect(field(reply, 'Comment')).toHaveValue('Dear Ruth');
  await expect(page.locator('.branch', { has: comment(page, 'This one has a door') }).locator('.is-reply')).toBeVisible();
  await expect.poll(() => focused(page), 'nobody has asked for it now').toBe('');
});

test('who leaves is asked to stay while there is unsent text, and then alone', async ({ page, url }) => {
  const questions: string[] = [];
  page.on('dialog', (dialog) => {
    questions.push(dialog.type());
    void dialog.accept();
  });
  const leave = async (): Promise<number> => {
    await page.goto(`${url}/subscribe`);
    await open(page, url + article);
    return questions.splice(0).length;
  };
  const text = field(formOf(page), 'Comment');
  await open(page, url + article);
  await draft(page, 'Unsent');
  expect(await leave()).toBe(1);
  await expect(text, 'and loses nothing by leaving').toHaveValue('Unsent');
  await formOf(page).getByRole('button', { name: 'Discard' }).click();
  expect(await leave()).toBe(0);
  await post(page, formOf(page), 'Sent at last.');
  expect(await leave()).toBe(0);
});
