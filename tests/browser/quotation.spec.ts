/** @file What is selected in a comment goes along when somebody quotes or answers it, however that was selected and pressed. */

import { article, comment, expect, field, fillIn, formOf, open, submit, test, type Locator, type Page } from './fixtures.ts';

/** Selects from the letter `from` of what `first` shows to the letter `to` of what `last` does. */
const select = async (first: Locator, from: number, last: Locator, to: number) =>
  first.evaluate((first, { last, from, to }) => {
    const place = (element: Element, at: number): [Node, number] => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node; (node = texts.nextNode() as Text | null); at -= node.length) if (at <= node.length) return [node, at];
      throw Error('too short');
    };
    getSelection()!.setBaseAndExtent(...place(first, from), ...place(last as Element, to));
  }, { last: await last.elementHandle(), from, to });

const content = (page: Page, text: string) => comment(page, text).locator('> .content');

const press = (page: Page, text: string, name: RegExp | string) => comment(page, text).getByRole('button', { name }).click();

/** The comment that stands in the form of an answer to `text`. */
const answer = async (page: Page, text: string) => {
  const id = await comment(page, text).getAttribute('id');
  return field(formOf(page, id!.replace('comment-', 'reply-')), 'Comment');
};

const sharing = 'By sharing the work.';
const eleven = 'I moderated a small forum';

test('a part of a comment is quoted, a line for each paragraph', async ({ page, url }) => {
  await open(page, url + article);
  const text = content(page, sharing);
  await select(text.locator('p').first(), 3, text.locator('p').last(), 12);
  await press(page, sharing, 'More');
  await press(page, sharing, 'Quote');
  await expect(await answer(page, sharing)).toHaveValue('> sharing the work.\n> We were four\n\n');
  await expect(await answer(page, sharing)).toBeFocused();
});

test('without a part of it, all of a comment is quoted, and an answer quotes nothing', async ({ page, url }) => {
  await open(page, url + article);
  await select(content(page, eleven), 0, content(page, eleven), 5);
  await press(page, sharing, /^Reply/);
  await expect(await answer(page, sharing)).toHaveValue('');
  await press(page, sharing, 'More');
  await press(page, sharing, 'Quote');
  await expect(await answer(page, sharing)).toHaveValue(/^> By sharing the work\.\n> We were four, .* for a walk\.\n\n$/);
});

test('an answer quotes what is selected, once', async ({ page, url }) => {
  await open(page, url + article);
  await select(content(page, eleven), 2, content(page, eleven), 11);
  await press(page, eleven, /^Reply/);
  await expect(await answer(page, eleven)).toHaveValue('> moderated\n\n');
  await press(page, eleven, /^Reply/);
  await expect(await answer(page, eleven)).toHaveValue('> moderated\n\n');
});

test('what reaches into another comment is no part of one', async ({ page, url }) => {
  await open(page, url + article);
  await select(content(page, eleven), 2, content(page, 'Eleven years!'), 6);
  await press(page, eleven, /^Reply/);
  await expect(await answer(page, eleven)).toHaveValue('');
});

test('three clicks select a paragraph, wherever the browser says that ends', async ({ page, url }) => {
  await open(page, url + article);
  for (const [text, quoted] of [[sharing, '> By sharing the work.\n\n'], ['Yes. I once cited', /^> Yes\. I once .* my footnote\.\n\n$/]] as const) {
    await content(page, text).locator('p').first().click({ clickCount: 3 });
    await press(page, text, /^Reply/);
    await expect(await answer(page, text)).toHaveValue(quoted);
  }
});

test('what was selected once, and is not any more, is not quoted', async ({ page, url }) => {
  await open(page, url + article);
  await select(content(page, eleven), 2, content(page, eleven), 11);
  await press(page, eleven, 'More');
  await page.getByRole('heading', { name: 'A comment section' }).click();
  await press(page, eleven, /^Reply/);
  await expect(await answer(page, eleven)).toHaveValue('');
});

test('before the whole core is here, it counts what was selected when it was pressed', async ({ page, url }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/afterword-core.wasm', async (route) => {
    await released;
    await route.continue();
  });
  await open(page, url + article);
  await select(content(page, eleven), 2, content(page, eleven), 11);
  await press(page, eleven, /^Reply/);
  await select(content(page, eleven), 0, content(page, eleven), 1);
  release();
  await expect(await answer(page, eleven)).toHaveValue('> moderated\n\n');
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true });

  test('a press that takes the selection away quotes it all the same', async ({ page, url }) => {
    await open(page, url + article);
    // As phones do it: what is selected goes when something else is touched.
    await page.evaluate(() => addEventListener('pointerup', () => getSelection()!.removeAllRanges(), { capture: true }));
    await select(content(page, eleven), 2, content(page, eleven), 11);
    await comment(page, eleven).getByRole('button', { name: 'More' }).tap();
    expect(await page.evaluate(() => String(getSelection()))).toBe('');
    await comment(page, eleven).getByRole('button', { name: 'Quote' }).tap();
    await expect(await answer(page, eleven)).toHaveValue('> moderated\n\n');
    await field(formOf(page), 'Name').tap();
    await comment(page, sharing).getByRole('button', { name: /^Reply/ }).tap();
    await expect(await answer(page, sharing)).toHaveValue('');
  });
});

test('the lines of code are kept, and a page without a shadow root is the same', async ({ page, url }) => {
  await page.route(`**${article}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('data-subscribe', 'data-root="light"') });
  });
  await open(page, url + article);
  const text = 'Here is how:';
  await fillIn(formOf(page), `${text}\n\n\`\`\`\nfor each:\n    go  on\n\`\`\`\n\n- one\n- two`);
  await submit(formOf(page));
  await expect(comment(page, text)).not.toHaveClass(/is-sending/);
  await select(content(page, text).locator('p'), 8, content(page, text).locator('li').last(), 3);
  await press(page, text, /^Reply/);
  await expect(await answer(page, text)).toHaveValue('> how:\n> for each:\n>     go  on\n> one\n> two\n\n');
  await (await answer(page, text)).fill('');
  await select(content(page, text).locator('pre'), 4, content(page, text).locator('pre'), 16);
  await press(page, text, /^Reply/);
  await expect(await answer(page, text)).toHaveValue('> each:\n>     go\n\n');
});
