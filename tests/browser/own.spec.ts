/** @file One's own comments: changed, taken back, deleted, until it is too late. */

import { article, comment, expect, expectAccessible, field, fillIn, formOf, open, post, submit, test, type Locator, type Page } from './fixtures.ts';
import { arabicPicture, picture } from './picture.ts';

/** Longer than a change can be taken back. */
const afterUndo = '00:07';

const press = (found: Locator, name: string): Promise<void> => found.getByRole('button', { name, exact: true }).click();

/** Opens the edit form of the comment `own`, which says `text`. */
const edit = async (page: Page, own: Locator, text: string): Promise<Locator> => {
  await press(own, 'Edit');
  const form = formOf(page, `edit-${await own.getAttribute('data-comment')}`);
  await expect(field(form, 'Comment')).toHaveValue(text);
  await expect(field(form, 'Comment')).toBeFocused();
  return form;
};

test('edited: at once here, in some seconds everywhere; a reload takes nothing away', async ({ page, browser, url }) => {
  await page.clock.install();
  await open(page, url + article);
  await fillIn(formOf(page), 'Teh *first* words');
  await submit(formOf(page));
  const own = comment(page, 'Teh first words');
  await expect(own).toContainText(/1[45]:\d\d left to change this/);
  const before = await own.locator('.time-left').innerText();
  await expect.poll(() => own.locator('.time-left').innerText(), 'it counts down').not.toBe(before);
  await open(page, url + article);
  const form = await edit(page, own, 'Teh *first* words');
  await expectAccessible(page);
  const branch = page.locator('.branch', { has: form });
  await picture(page, branch, 'editing');
  await arabicPicture(page, branch, 'editing');
  await field(form, 'Comment').fill('The *first* words');
  await press(form, 'Save');
  const changed = comment(page, 'The first words');
  await expect(changed).toBeFocused();
  await expect(changed.locator('em')).toHaveText('first');
  await expect(changed).toContainText(/Changed\. *Undo *0:0[1-6]/);
  await picture(page, changed, 'undo');
  const reader = await browser.newPage();
  await open(reader, url + article);
  await expect(comment(reader, 'Teh first words'), 'nobody else knows yet').toBeVisible();
  const sent = page.waitForResponse((response) => response.request().method() === 'PUT');
  await page.clock.fastForward(afterUndo);
  expect((await sent).status()).toBe(200);
  await expect(changed.getByRole('button', { name: 'Edit' })).toBeVisible();
  await open(reader, url + article);
  await expect(comment(reader, 'The first words').locator('em')).toHaveText('first');
  await expect(comment(reader, 'The first words').getByRole('button', { name: 'Edit' }), 'not theirs').toHaveCount(0);
  await reader.close();
});

test('a change that was taken back never happened', async ({ page, url }) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.method()));
  await page.clock.install();
  await open(page, url + article);
  const own = await post(page, formOf(page), 'Considered.');
  const form = await edit(page, own, 'Considered.');
  await field(form, 'Comment').fill('Rash.');
  await press(form, 'Save');
  await press(comment(page, 'Rash.'), 'Undo');
  await expect(own).toBeVisible();
  await expect(field(form, 'Comment')).toHaveValue('Rash.');
  await press(form, 'Cancel');
  await press(own, 'Delete');
  await expect(own).toContainText('Deleted.');
  await press(own, 'Undo');
  await expect(own.getByRole('button', { name: 'Delete' })).toBeVisible();
  await page.clock.fastForward(afterUndo);
  await expect(own).toContainText('Considered.');
  expect(sent).not.toContain('PUT');
  expect(sent).not.toContain('DELETE');
});

test('deleted: in some seconds, or when its author goes', async ({ page, url }) => {
  await page.clock.install();
  await open(page, url + article);
  const own = await post(page, formOf(page), 'Not for long.');
  await press(own, 'Delete');
  await expect(own).toContainText(/Deleted\. *Undo/);
  await page.clock.fastForward(afterUndo);
  await expect(own).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '12 comments' })).toBeVisible();
  await press(await post(page, formOf(page), 'Not for long, either.'), 'Delete');
  await open(page, url + article);
  await expect(page.getByRole('heading', { name: '12 comments' })).toBeVisible();
  await expect(comment(page, 'Not for long')).toHaveCount(0);
});

test.describe('when the time is up', () => {
  test.use({ serverOptions: ['--edit-window', '3'], allowed: /status of 409|^Afterword: / });
  test('an edit is refused in words, and its text stays', async ({ page, url }) => {
    await page.clock.install();
    await open(page, url + article);
    const own = await post(page, formOf(page), 'As it was.');
    const form = await edit(page, own, 'As it was.');
    await field(form, 'Comment').fill('As it should be.');
    await expect(own.locator('.time-left'), 'the time is up').toBeEmpty();
    await press(form, 'Save');
    await page.clock.fastForward(afterUndo);
    await expect(own).toContainText('It is too late to change this comment.');
    await expect(field(form, 'Comment')).toHaveValue('As it should be.');
    await press(form, 'Cancel');
    await expect(own.getByRole('button', { name: 'Edit' })).toHaveCount(0);
  });
});
