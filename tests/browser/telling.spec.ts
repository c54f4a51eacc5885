/** @file What the whole core is told of, through the widget: who is here, what is pressed, and what is filled in. */

import { article, comment, expect, field, fillIn, focused, formOf, open, submit, test, type Page } from './fixtures.ts';
import type { Told } from './writer.ts';

const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** Lays an ear to the whole core's door: the shipped module, and between it and the widget one that writes down. */
const listen = async (page: Page): Promise<void> => {
  await page.route('**/writing.mjs', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `import { write as begin } from './writing.mjs?shipped';
        window.told = [];
        export const write = (...given) => {
          const writer = begin(...given);
          const complete = (event) => {
            const whole = writer.complete(event);
            told.push(whole);
            return whole;
          };
          return { ...writer, complete };
        };`,
    }));
};

/** What the whole core has been told of these types. */
const told = (page: Page, ...types: string[]): Promise<Told[]> =>
  page.evaluate((types) => {
    const { told = [] } = window as unknown as { told?: Told[] };
    return told.filter(({ type }) => types.length === 0 || types.includes(type));
  }, types);

/** The types of all that it has been told by itself, without answers to what it asked. */
const unasked = async (page: Page): Promise<string[]> =>
  (await told(page)).map(({ type }) => type).filter((type) => type !== 'loaded');

/** Holds the whole core back. @returns lets it go */
const hold = async (page: Page): Promise<() => void> => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/afterword-core.wasm', async (route) => {
    await released;
    await route.continue();
  });
  return release;
};

test('the whole core hears first who is here, then of what has waited for it', async ({ page, url }) => {
  await listen(page);
  const release = await hold(page);
  await open(page, url + article);
  const form = formOf(page);
  await fillIn(form, 'Waiting.');
  await field(form, 'Comment').press('Control+Enter'); // nobody listens yet: it is the browser's own key, and does nothing
  await field(form, 'Email').press('Enter');
  await page.getByRole('button', { name: 'Reply to Ruth' }).click();
  expect(await told(page)).toEqual([]);
  release();
  await expect.poll(async () => (await told(page, 'reply')).length).toBe(1);
  const all = await told(page);
  expect(all[0]).toEqual({ type: 'resume', key: uuid, value: null, now: expect.any(Number) });
  expect(all.filter(({ type }) => type === 'resume')).toHaveLength(1);
  expect(all.findIndex(({ type }) => type === 'submit')).toBeLessThan(all.findIndex(({ type }) => type === 'reply'));
  const [sent] = await told(page, 'submit');
  expect(sent).toMatchObject({ form: 'form', field: 'email', key: uuid, fields: { comment: 'Waiting.' } });
  const [pressed] = await told(page, 'reply');
  expect(pressed).toMatchObject({ comment: expect.any(String), key: uuid });
  expect(pressed!['key']).not.toBe(sent!['key']);
  await expect(comment(page, 'Waiting.')).not.toHaveClass(/is-(sending|failed)/);
});

test('it comes by itself, and hears who is here before anybody does anything', async ({ page, url }) => {
  await listen(page);
  await open(page, url + article);
  await expect.poll(() => unasked(page)).toEqual(['resume']);
  const [first] = await told(page);
  await open(page, url + article);
  await expect.poll(async () => (await told(page))[0]?.['value']).toBe(first!['key']);
});

test('a password manager that tells of a change alone has typed all the same', async ({ page, url }) => {
  await listen(page);
  await open(page, url + article);
  await field(formOf(page), 'Email').evaluate((found: HTMLInputElement) => {
    found.value = 'ada@example.org';
    found.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect.poll(() => told(page, 'input')).toMatchObject([{ form: 'form', field: 'email', value: 'ada@example.org' }]);
  await formOf(page).getByRole('checkbox').first().check();
  // The address may have been told of as left too, if it had to wait for the whole core.
  await expect.poll(async () => (await told(page, 'blur')).at(-1)?.['value']).toBe(true);
});

test('a field that was left too early is looked at when the whole core is there', async ({ page, url }) => {
  await listen(page);
  const release = await hold(page);
  await open(page, url + article);
  const form = formOf(page);
  await field(form, 'Name').focus();
  await field(form, 'Email').fill('ada');
  await field(form, 'Comment').fill('half a th');
  release();
  await expect(page.getByText('Please enter an email address like name@example.org.')).toBeVisible();
  expect(await told(page, 'blur')).toMatchObject([{ form: 'form', field: 'email', value: 'ada' }]);
  await field(form, 'Name').fill('Ada');
  await field(form, 'Email').focus();
  expect((await told(page, 'blur')).map(({ field }) => field)).toEqual(['email', 'comment', 'name']);
});

test('a submission by a button names no field', async ({ page, url }) => {
  await listen(page);
  await open(page, url + article);
  await submit(formOf(page));
  await expect.poll(() => told(page, 'submit')).toMatchObject([{ form: 'form', key: uuid }]);
  expect((await told(page, 'submit'))[0]!['field']).toBeUndefined();
});

test('a mark is for what is selected, by button and by key', async ({ page, url }) => {
  await listen(page);
  await open(page, url + article);
  const text = field(formOf(page), 'Comment');
  await text.fill('one two');
  await expect.poll(async () => (await told(page, 'input')).length, 'the whole core is there').toBe(1);
  await text.press('Control+Shift+ArrowLeft');
  await page.getByRole('button', { name: 'Bold' }).click();
  await text.press('Control+b');
  const mark = { form: 'form', mark: 'bold', key: uuid, before: 'one ', selected: 'two', after: '' };
  expect(await told(page, 'mark')).toMatchObject([mark, { ...mark, before: 'one **', after: '**' }]);
  expect(await focused(page)).toBe('form.comment');
});

test('who saves data and has begun to write gets the whole core at once', async ({ page, url }) => {
  await listen(page);
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await open(page, url + article);
  await page.waitForLoadState('networkidle');
  expect(await told(page)).toEqual([]);
  await page.evaluate(() => localStorage.setItem('afterword:draft:x', '1'));
  await open(page, url + article);
  await expect.poll(() => unasked(page)).toEqual(['resume']);
});

test('a subscription box is no part of a tab’s chain of writers', async ({ page, url }) => {
  await listen(page);
  const values = async () => {
    await open(page, url + article);
    await page.evaluate(() => {
      const box = document.createElement('afterword-subscribe');
      box.setAttribute('backend', '/api');
      document.querySelector('afterword-comments')!.before(box);
    });
    await expect.poll(async () => (await told(page, 'resume')).length).toBe(2);
    return (await told(page, 'resume')).map(({ value }) => value);
  };
  expect(await values()).toEqual([null, null]);
  const kept = await page.evaluate(() => sessionStorage.getItem('afterword:widget'));
  expect((await values()).sort()).toEqual([kept, null].sort());
});

test.describe('where what the whole core needs cannot be had', () => {
  test.use({ allowed: /^Afterword: |ERR_FAILED/ });
  test('text stays, and a later try works', async ({ page, url }) => {
    await page.route('**/writing.mjs', (route) => route.abort());
    await open(page, url + article);
    const form = formOf(page);
    await fillIn(form, 'Without hands.');
    await submit(form);
    await expect(page.locator('.broken')).toBeVisible();
    await expect(field(form, 'Comment')).toHaveValue('Without hands.');
    await page.unroute('**/writing.mjs');
    await submit(form);
    await expect(comment(page, 'Without hands.')).not.toHaveClass(/is-(sending|failed)/);
    await expect(page.locator('.broken')).toHaveCount(0);
  });
});
