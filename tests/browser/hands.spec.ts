/** @file What a writer does with keys and buttons, and what becomes of the text: marks, undo, leaving, growing. */

import { expect, test, type Page } from './fixtures.ts';
import { begin, complete, end, perform, told } from './writer.ts';

const area = (page: Page) => page.getByRole('textbox', { name: 'Comment' });

/** Selects in the comment. */
const select = (page: Page, start: number, end: number) =>
  area(page).evaluate((found: HTMLTextAreaElement, [start, end]) => {
    found.focus();
    found.setSelectionRange(start!, end!);
  }, [start, end]);

const selected = (page: Page) =>
  area(page).evaluate((found: HTMLTextAreaElement) => found.value.slice(found.selectionStart, found.selectionEnd));

const insert = (page: Page, before: string, selected: string, after: string) =>
  perform(page, { type: 'insert', form: 'form', before, selected, after });

/** Writes down which buttons are pressed and which forms are sent. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { root } = (window as unknown as { stage: { root: ShadowRoot } }).stage;
    const seen: string[] = [];
    Object.assign(window, { seen });
    root.addEventListener('click', (event) => seen.push((event.target as HTMLElement).dataset['mark'] ?? ''));
    root.addEventListener('submit', (event) => {
      event.preventDefault();
      seen.push('submit');
    });
  });
const seen = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as { seen: string[] }).seen);

test('a comment is changed in place, selected as it should be, and the browser can undo it', async ({ page, url }) => {
  await begin(page, url);
  await area(page).pressSequentially('one two three');
  const inputs = await area(page).evaluateHandle((found) => {
    const inputs: string[] = [];
    found.addEventListener('input', (event) => inputs.push((event as InputEvent).data ?? ''));
    return inputs;
  });
  await page.getByRole('textbox', { name: 'Name' }).focus();
  await insert(page, 'one **', 'two', '** three');
  await expect(area(page)).toHaveValue('one **two** three');
  await expect(area(page)).toBeFocused();
  expect(await selected(page)).toBe('two');
  expect(await inputs.jsonValue(), 'only what differs').toEqual(['**two**']);
  await page.keyboard.press('Control+z');
  await expect(area(page)).toHaveValue('one two three');
  await page.keyboard.press('Control+Shift+z');
  await expect(area(page)).toHaveValue('one **two** three');

  await insert(page, 'one ', 'two', ' three');
  await expect(area(page)).toHaveValue('one two three');
  await insert(page, '> one two\n> ', '', 'three\n🎉');
  await expect(area(page)).toHaveValue('> one two\n> three\n🎉');
  await insert(page, '', '', '');
  await expect(area(page)).toHaveValue('');
  for (let i = 0; i < 3; ++i) await page.keyboard.press('Control+z');
  await expect(area(page)).toHaveValue('one **two** three');
  expect(await perform(page, { type: 'insert', form: 'nobody', before: 'a', selected: '', after: '' })).toBe(true);
});

test('where a browser does not let scripts type, the comment is changed all the same', async ({ page, url }) => {
  await page.addInitScript(() => (document.execCommand = () => false));
  await begin(page, url);
  await area(page).fill('one two');
  const count = await area(page).evaluateHandle((found) => {
    const count = { inputs: 0 };
    found.addEventListener('input', () => ++count.inputs);
    return count;
  });
  await insert(page, 'one **', 'two', '**');
  await expect(area(page)).toHaveValue('one **two**');
  expect(await selected(page)).toBe('two');
  expect(await count.jsonValue()).toEqual({ inputs: 1 });
});

test('a mark is for what is selected when its turn has come, and has a key of its own', async ({ page, url }) => {
  await begin(page, url);
  await area(page).fill('one two three');
  await select(page, 4, 7);
  const event = { type: 'mark', form: 'form', mark: 'bold', key: '' };
  const first = await complete(page, event);
  expect(first).toEqual({ ...event, key: expect.stringMatching(/^[-0-9a-f]{36}$/), before: 'one ', selected: 'two', after: ' three' });
  expect((await complete(page, event))['key']).not.toBe(first['key']);
  const typed = { type: 'input', form: 'form', field: 'comment', value: 'x' };
  expect(await complete(page, typed)).toEqual(typed);
  expect(await complete(page, { type: 'submit', form: 'form', key: '' })).toEqual({
    type: 'submit', form: 'form', key: expect.stringMatching(/^[-0-9a-f]{36}$/),
  });
});

test('a button of the toolbar leaves the focus where it is', async ({ page, url }) => {
  await begin(page, url);
  await watch(page);
  await area(page).fill('one two');
  await select(page, 0, 3);
  await page.getByRole('button', { name: 'bold' }).click();
  await expect(area(page)).toBeFocused();
  expect(await selected(page)).toBe('one');
  expect(await seen(page)).toEqual(['bold']);
});

test('shortcuts press the buttons that are there, in the comment alone', async ({ page, url }) => {
  await begin(page, url);
  await watch(page);
  await area(page).fill('one');
  for (const keys of ['Control+b', 'Control+i', 'Control+Shift+Period', 'Control+k', 'Control+e', 'b', 'Shift+B', 'Control+Alt+b'])
    await area(page).press(keys);
  expect(await seen(page)).toEqual(['bold', 'italic', 'quote']);
  await page.getByRole('textbox', { name: 'Name' }).press('Control+b');
  await area(page).press('Control+Enter');
  await page.getByRole('textbox', { name: 'Name' }).press('Control+Enter');
  expect(await seen(page)).toEqual(['bold', 'italic', 'quote', 'submit', 'submit']);
  await area(page).press('Enter');
  expect((await seen(page)).length).toBe(5);
});

test('what is left by pressing is told when the button is up, and by sending not at all', async ({ page, url }) => {
  await begin(page, url);
  await watch(page);
  await area(page).fill('one');
  const send = page.getByRole('button', { name: 'Send' });
  await send.hover();
  await page.mouse.down();
  await expect(send).toBeFocused();
  expect(await told(page)).toEqual([]);
  await page.mouse.move(0, 0);
  await page.mouse.up();
  const blur = { type: 'blur', form: 'form', field: 'comment', value: 'one' };
  await expect.poll(() => told(page)).toEqual([blur]);
  await area(page).focus();
  await send.click();
  expect(await seen(page)).toContain('submit');
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  expect(await told(page)).toEqual([blur]);
  await area(page).focus();
  await page.getByRole('textbox', { name: 'Name' }).focus();
  expect(await told(page), 'by the keyboard').toEqual([blur, blur]);
});

test.describe('on a Mac', () => {
  test('Cmd is what Ctrl is elsewhere', async ({ page, url }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'platform', { value: 'MacIntel' }));
    await begin(page, url);
    await watch(page);
    await area(page).fill('one');
    await area(page).press('Control+b');
    await area(page).press('Meta+b');
    await area(page).press('Meta+Enter');
    expect(await seen(page)).toEqual(['bold', 'submit']);
  });
});

test('Enter that ends a composition sends nothing', async ({ page, url }) => {
  await begin(page, url);
  await watch(page);
  const name = page.getByRole('textbox', { name: 'Name' });
  const session = await page.context().newCDPSession(page);
  const enter = { type: 'rawKeyDown', key: 'Enter', code: 'Enter', text: '\r' } as const;
  await name.focus();
  await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.dispatchKeyEvent', { ...enter, windowsVirtualKeyCode: 229 });
  await session.send('Input.dispatchKeyEvent', { ...enter, windowsVirtualKeyCode: 13, modifiers: 2 });
  await session.send('Input.insertText', { text: '日' });
  expect(await seen(page)).toEqual([]);
  const prevented = (init: KeyboardEventInit) =>
    name.evaluate((found, init) => {
      const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init });
      return !found.dispatchEvent(event);
    }, init);
  expect(await prevented({ isComposing: true })).toBe(true);
  expect(await prevented({ keyCode: 229 } as KeyboardEventInit), 'Safari').toBe(true);
  expect(await prevented({})).toBe(false);
  await name.press('Enter');
  await expect(name).toHaveValue('日');
});

test('leaving tells what was typed last, coming back is told; nothing is told once the widget has ended', async ({ page, url }) => {
  await begin(page, url);
  const hide = (hidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await hide(true);
  expect(await told(page)).toEqual([{ type: 'leave' }]);
  await hide(false);
  await area(page).fill('half a thought');
  await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide'));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow')); // of a page that is shown for the first time
  });
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  const all = [
    { type: 'leave' },
    { type: 'visible' },
    { type: 'input', form: 'form', field: 'comment', value: 'half a thought' },
    { type: 'leave' },
    { type: 'visible' },
    { type: 'online' },
  ];
  await expect.poll(() => told(page)).toEqual(all);
  await end(page);
  await hide(true);
  await page.evaluate(() => ['pagehide', 'online'].forEach((type) => dispatchEvent(new Event(type))));
  expect(await told(page)).toEqual(all);
});

test('the page is held while there is something to lose, and no longer', async ({ page, url }) => {
  const questions: string[] = [];
  page.on('dialog', async (dialog) => {
    questions.push(dialog.type());
    await dialog.accept();
  });
  const leave = async (...guards: boolean[]) => {
    await begin(page, url);
    await area(page).pressSequentially('x'); // a page that nobody touched is not asked
    for (const on of guards) await perform(page, { type: 'guard', on });
    if (guards.length > 3) await end(page);
    await page.goto(`${url}/subscribe`);
    return questions.splice(0).length;
  };
  expect(await leave()).toBe(0);
  expect(await leave(true, true)).toBe(1);
  expect(await leave(true, true, false)).toBe(0);
  expect(await leave(false, false, true, true), 'ended').toBe(0);
});

test.describe('where styles do not let a textarea grow', () => {
  test('it grows with its text, shrinks when it is empty, and keeps the size that it was drawn to', async ({ page, url }) => {
    await page.addInitScript(() => (CSS.supports = () => false));
    await begin(page, url);
    await area(page).evaluate((found) => (found.style.boxSizing = 'border-box')); // as the styles have it
    const height = () => area(page).evaluate((found) => found.getBoundingClientRect().height);
    const hidden = () => area(page).evaluate((found) => found.scrollHeight - found.clientHeight);
    const type = async (text: string) => {
      await area(page).fill(text);
      await complete(page, { type: 'input' });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    };
    const least = await height();
    await type('one');
    expect(await height()).toBe(least);
    await type('one\n'.repeat(20));
    expect(await height()).toBeGreaterThan(200);
    expect(await hidden()).toBe(0);
    await type('');
    expect(await height()).toBe(least);
    await area(page).evaluate((found) => (found.style.height = '90px')); // as the reader's mouse does
    await type('one\n'.repeat(20));
    expect(await height()).toBe(90);
  });
});
