/** @file What a browser remembers of a commenter: nothing, without consent. */

import { article, expect, field, formOf, open, post, test, type Page } from './fixtures.ts';

/** What is stored, besides the proofs that comments are one's own: these must name nobody. */
const stored = async (page: Page): Promise<Record<string, string>> => {
  const all = Object.entries(await page.evaluate(() => ({ ...localStorage }) as Record<string, string>));
  const [proofs, rest] = [true, false].map((own) => all.filter(([key]) => key.startsWith('afterword:own:') === own));
  expect(JSON.stringify(proofs)).not.toMatch(/Ada|Lovelace|ada@example/);
  return Object.fromEntries(rest!);
};

test('details are remembered with consent, and forgotten without', async ({ page, url }) => {
  await open(page, url + article);
  const form = formOf(page);
  const box = form.getByRole('checkbox', { name: /^Save my name/ });
  await expect(box).not.toBeChecked();
  await post(page, form, 'Forget me.');
  expect(await stored(page)).toEqual({});

  await field(form, 'Website').fill('https://ada.example');
  await box.check();
  expect(await stored(page), 'before anything is posted').toEqual({});
  await post(page, form, 'Remember me.');
  const kept = await stored(page);
  expect(Object.keys(kept)).toEqual(['afterword:commenter']);
  expect(kept['afterword:commenter']).not.toContain('Remember me.');

  await open(page, url + article);
  await expect(field(form, 'Name')).toHaveValue('Ada Lovelace');
  await expect(field(form, 'Email')).toHaveValue('ada@example.org');
  await expect(field(form, 'Website')).toHaveValue('https://ada.example');
  await expect(field(form, 'Comment')).toHaveValue('');
  await expect(box).toBeChecked();
  await page.getByRole('button', { name: 'Reply to Ruth' }).click();
  await expect(field(page.locator('.is-reply form'), 'Email')).toHaveValue('ada@example.org');

  await box.uncheck();
  await post(page, form, 'Forget me again.');
  expect(await stored(page)).toEqual({});
  await open(page, url + article);
  await expect(field(form, 'Name')).toHaveValue('');
});

test('what stands in the storage may be anything', async ({ page, url }) => {
  await page.goto(url);
  for (const value of ['{', '[]', '7', '{"name":["<b>"],"email":null,"website":{}}']) {
    await page.evaluate((text) => localStorage.setItem('afterword:commenter', text), value);
    await open(page, url + article);
    await expect(field(formOf(page), 'Email')).toHaveValue('');
  }
});
