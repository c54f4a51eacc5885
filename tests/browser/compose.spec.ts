/** @file Writing a comment: marks, keys, input methods, addresses that are filled in or mistyped, and how it will look. */

import { article, comment, expect, expectAccessible, field, fillIn, formOf, open, submit, test, type Locator, type Page } from './fixtures.ts';
import { Front } from './front.ts';
import { arabicPicture, picture } from './picture.ts';

/** Opens the page with the whole core there. */
const begin = async (page: Page, url: string): Promise<{ form: Locator; text: Locator }> => {
  await open(page, url + article);
  const form = formOf(page);
  await expect(form.getByRole('button', { name: 'Bold' })).toBeVisible();
  return { form, text: field(form, 'Comment') };
};

test('marks by mouse and by key, and the browser’s own undo', async ({ page, url }) => {
  const { form, text } = await begin(page, url);
  const tool = (name: string) => form.getByRole('button', { name }).click();
  await text.pressSequentially('one two');
  await text.press('Control+Shift+ArrowLeft');
  await tool('Bold');
  await expect(text).toHaveValue('one **two**');
  await expect(text).toBeFocused();
  await page.keyboard.press('Control+i');
  await expect(text).toHaveValue('one **_two_**');
  await page.keyboard.press('Control+z');
  await expect(text).toHaveValue('one **two**');
  await page.keyboard.press('Control+z');
  await expect(text).toHaveValue('one two');
  await page.keyboard.press('Control+a');
  await tool('Quote');
  await expect(text).toHaveValue('> one two');
  await page.keyboard.press('Control+Shift+Period');
  await expect(text).toHaveValue('one two');
  await page.keyboard.press('Control+e');
  await expect(text).toHaveValue('`one two`');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  await page.keyboard.type(' three');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Control+k');
  await expect(text).toHaveValue(/^`one two` \[three\]\(/);
  await expect(form).toContainText('Draft saved'); // what a mark has made of a text is typed like any other
  await picture(page, form, 'toolbar');
  await arabicPicture(page, form, 'toolbar');
});

test('Ctrl+Enter posts', async ({ page, url }) => {
  const { form, text } = await begin(page, url);
  await fillIn(form, 'Without a mouse.');
  await text.press('Control+Enter');
  await expect(comment(page, 'Without a mouse.')).toBeFocused();
  await expect(page.getByRole('heading', { name: '13 comments' })).toBeVisible();
});

test('what an input method composes is nobody’s business until it is done', async ({ page, context, url }) => {
  const { form, text } = await begin(page, url);
  const session = await context.newCDPSession(page);
  const compose = (text: string) => session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  /** @param modifiers 2: with Ctrl, which sends the form at any other time */
  const enter = async (code: number, modifiers = 0) => {
    for (const type of ['keyDown', 'keyUp'] as const)
      await session.send('Input.dispatchKeyEvent', { type, key: 'Enter', code: 'Enter', windowsVirtualKeyCode: code, modifiers });
  };
  await text.pressSequentially('東京 ');
  await compose('とうky');
  await expect(form, 'the form is drawn meanwhile').toContainText('Draft saved');
  await expect(text).toHaveValue('東京 とうky');
  await compose('とうきょう');
  await session.send('Input.insertText', { text: '東京' });
  await expect(text).toHaveValue('東京 東京');
  const name = field(form, 'Name');
  await name.focus();
  await compose('えいだ');
  await enter(229);
  await enter(13, 2);
  await session.send('Input.insertText', { text: '英田' });
  await expect(name).toHaveValue('英田');
  await expect(form.locator('.summary')).toHaveCount(0);
  await name.press('Enter');
  await expect(form.locator('.problem'), 'and now it is Enter').toHaveText(['Please enter your email address.']);
});

test('a form that is filled in for its reader has no stale problems', async ({ page, url }) => {
  const { form } = await begin(page, url);
  await submit(form);
  await expect(form.locator('.problem')).toHaveCount(3);
  for (const [label, value] of [['Name', 'Ada'], ['Email', 'ada@example.org']] as const)
    await field(form, label).evaluate((found: HTMLInputElement, value) => {
      found.value = value;
      found.dispatchEvent(new Event('change', { bubbles: true })); // and no "input", as some password managers do
    }, value);
  await expect(form.locator('.problem')).toHaveText(['Please write a comment.']);
});

test('a mistyped address: Enter takes the one that was meant, and sends nothing', async ({ page, url }) => {
  const { form } = await begin(page, url);
  await fillIn(form, 'Write to me.');
  const email = field(form, 'Email');
  await email.fill('');
  await email.pressSequentially('ada@gmial.com');
  const hint = form.getByRole('button', { name: 'Did you mean ada@gmail.com?' });
  await expect(hint).toContainText('Press Enter to use it.');
  await expect(email).toBeFocused();
  await picture(page, form, 'hint');
  await email.press('Enter');
  await expect(email).toHaveValue('ada@gmail.com');
  await expect(email).toBeFocused();
  await expect(hint).toHaveCount(0);
  await expect(comment(page, 'Write to me.')).toHaveCount(0);
  await email.press('Enter');
  await expect(comment(page, 'Write to me.')).not.toHaveClass(/is-(sending|failed)/);
});

test.describe('how a comment will look', () => {
  test.use({ allowed: /ERR_EMPTY_RESPONSE|^Afterword: / });

  test('the backend shows it, or else this browser', async ({ page, url }) => {
    const front = new Front();
    const { form, text } = await begin(page, await front.listen(url));
    const preview = form.getByRole('region', { name: 'How your comment will look' });
    const button = form.getByRole('button', { name: 'Preview' });
    await text.fill('one *two* `three`\n<b>four</b> [five](javascript:alert(1))');
    const answer = page.waitForResponse('**/api/preview');
    await button.click();
    expect((await answer).status()).toBe(200);
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(preview.locator('em')).toHaveText('two');
    await expect(preview.locator('code')).toHaveText('three');
    await expect(preview.locator('b, a[href^=javascript]')).toHaveCount(0);
    await expect(form).toContainText('Draft saved');
    await expectAccessible(page);
    await picture(page, form, 'preview');
    front.instead = (_, gone) => gone.destroy(); // its API answers no more
    await text.press('End');
    await page.keyboard.type(' *six*');
    await expect(preview.locator('em')).toHaveText(['two', 'six']);
    await expect(preview).toContainText('<b>four</b>');
    await expect(preview.locator('b, a[href^=javascript]')).toHaveCount(0);
    await button.click();
    await expect(preview).toHaveCount(0);
    front.close();
  });
});
