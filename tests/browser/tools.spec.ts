/** @file The tools of a thread, the clipboard, and more comments by themselves: what is told of them, and when. */

import { expect, test, type Page } from './fixtures.ts';
import { ask, begin, complete, draw, end, told, type Drawn } from './writer.ts';

const tools: Drawn = ['div', { class: 'thread-tools' },
  ['label', {}, 'Sort by', ['select', { name: 'sort' }, ['option', {}, 'oldest'], ['option', {}, 'newest']]],
  ['input', { type: 'search', name: 'search', 'aria-label': 'Search' }]];

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search' });

/** What was searched for so far. */
const searched = async (page: Page) =>
  (await told(page)).map(({ type, value }) => (type === 'search' ? value : type));

/** From now on it is later only when the test says so. */
const stopClock = async (page: Page) => {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(60_000);
};

test('a chosen order is told, and is no text of a form', async ({ page, url }) => {
  await begin(page, url);
  await draw(page, tools);
  await page.getByLabel('Sort by').selectOption('newest');
  await page.getByRole('textbox', { name: 'Name' }).focus();
  expect(await told(page)).toEqual([{ type: 'sort', value: 'newest' }]);
});

test('what is searched for is told when the reader pauses, and at once by Enter and Escape', async ({ page, url }) => {
  await begin(page, url);
  await draw(page, tools);
  await stopClock(page);
  await search(page).pressSequentially('moth');
  await page.clock.runFor(149);
  expect(await searched(page)).toEqual([]);
  await page.clock.runFor(1);
  expect(await searched(page)).toEqual(['moth']);
  await search(page).press('s');
  await search(page).press('Enter');
  expect(await searched(page)).toEqual(['moth', 'moths']);
  await page.clock.runFor(1000);
  expect(await searched(page), 'once').toEqual(['moth', 'moths']);
  await search(page).press('Escape');
  await expect(search(page)).toHaveValue('');
  expect(await searched(page)).toEqual(['moth', 'moths', '']);
  await page.clock.runFor(1000);
  expect(await searched(page)).toEqual(['moth', 'moths', '']);
});

test('what an input method has not finished is not searched for', async ({ page, url }) => {
  await begin(page, url);
  await draw(page, tools);
  await stopClock(page);
  await search(page).focus();
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'が', selectionStart: 1, selectionEnd: 1 });
  await page.clock.runFor(1000);
  expect(await searched(page)).toEqual([]);
  await client.send('Input.insertText', { text: '蛾' });
  await page.clock.runFor(150);
  expect(await searched(page)).toEqual(['蛾']);
});

test('a link is put on the clipboard; where that is refused, it is told', async ({ page, url }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await begin(page, url);
  const copy = { type: 'copy', comment: '7', text: 'https://example.org/#comment-7' };
  expect(await ask(page, copy)).toEqual([{ type: 'copied', comment: '7', value: 'yes' }]);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(copy.text);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  expect(await ask(page, copy)).toEqual([{ type: 'copied', comment: '7' }]);
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  expect(await ask(page, copy)).toEqual([{ type: 'copied', comment: '7' }]);
});

test.describe('more by itself', () => {
  const more: Drawn = ['div', { id: 'more' }, ['button', {}, 'Show more comments']];
  const thread: Drawn = ['div', { id: 'thread' }];

  /** Puts `count` comments into the thread, each half as high as the screen. */
  const add = (page: Page, count: number) =>
    page.evaluate((count) => {
      const { root } = (window as unknown as { stage: { root: ShadowRoot } }).stage;
      for (let i = 0; i < count; ++i) {
        const comment = document.createElement('article');
        comment.className = 'comment';
        comment.style.height = '50vh';
        root.getElementById('thread')!.append(comment);
      }
    }, count);

  /** Two frames: as long as an observer takes to tell. */
  const settle = (page: Page) =>
    page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));

  /** An answer, after which the thread has `count` comments more. */
  const answer = async (page: Page, count: number) => {
    await add(page, count);
    await complete(page, { type: 'response' });
    await settle(page);
  };

  const asked = async (page: Page) => {
    await settle(page);
    const events = await told(page);
    for (const event of events) expect(event).toEqual({ type: 'more', auto: true });
    return events.length;
  };

  const scroll = (page: Page, to: 'top' | 'more') =>
    page.evaluate((to) => {
      const { root } = (window as unknown as { stage: { root: ShadowRoot } }).stage;
      if (to === 'top') scrollTo(0, 0);
      else root.getElementById('more')!.scrollIntoView();
    }, to);

  const start = async (page: Page, url: string, attributes: Record<string, string>) => {
    await begin(page, url, attributes);
    await draw(page, thread, more);
  };

  test('it is asked for again while there is room, and when the reader comes near', async ({ page, url }) => {
    await start(page, url, { more: 'auto' });
    await answer(page, 1);
    expect(await asked(page)).toBe(1);
    await answer(page, 1);
    expect(await asked(page)).toBe(2);
    await answer(page, 8);
    expect(await asked(page)).toBe(2);
    await scroll(page, 'more');
    expect(await asked(page)).toBe(3);
  });

  test('who fails, or brings nothing, is not asked again until the reader comes back', async ({ page, url }) => {
    await start(page, url, { more: 'auto' });
    await answer(page, 8);
    expect(await asked(page)).toBe(0);
    await scroll(page, 'more');
    expect(await asked(page)).toBe(1);
    for (let i = 0; i < 3; ++i) await answer(page, 0);
    expect(await asked(page)).toBe(1);
    await scroll(page, 'top');
    await settle(page);
    await scroll(page, 'more');
    expect(await asked(page)).toBe(2);
  });

  test('not while a request is under way, not for a page that does not want it, not after the end', async ({ page, url }) => {
    await start(page, url, {});
    await answer(page, 1);
    expect(await asked(page)).toBe(0);
    await start(page, url, { more: 'auto' });
    const press = (name: 'setAttribute' | 'removeAttribute') =>
      page.getByRole('button', { name: 'Show more' }).evaluate((button, name) => button[name]('aria-disabled', 'true'), name);
    await press('setAttribute');
    await answer(page, 1);
    expect(await asked(page)).toBe(0);
    await press('removeAttribute');
    await end(page);
    await answer(page, 1);
    expect(await asked(page)).toBe(0);
  });
});

test('a page that wants more by itself, newest first, asks for that alone, and leaves the focus where it is', async ({ page, request, server, url }) => {
  server.write('auto.html', `<!DOCTYPE html><html lang="en"><title>Auto</title><link rel="icon" href="/icon.svg">
    <script async src="/afterword.js"></script><afterword-comments backend="/api" page="/crowd" more="auto" sort="newest"></afterword-comments>`);
  for (let i = 1; i <= 110; ++i) {
    const data = { page: '/crowd', key: `auto-${i}`, comment: `Number ${i}.`, name: 'Ada', email: 'ada@example.org' };
    expect((await request.post(`${url}/api/comments`, { data })).status()).toBe(201);
  }
  const lists: URLSearchParams[] = [];
  page.on('request', (asked) => {
    const { pathname, searchParams } = new URL(asked.url());
    if (pathname === '/api/comments') lists.push(searchParams);
  });
  await page.goto(`${url}/auto`);
  const comments = page.locator('article.comment');
  await expect(comments).toHaveCount(50);
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeVisible(); // the whole core is there
  expect(lists.map((list) => [list.get('sort'), list.has('cursor')])).toEqual([['newest', false]]);
  await page.getByRole('searchbox', { name: 'Search' }).focus();
  for (const count of [100, 110]) {
    await page.locator('#more').evaluate((more) => more.scrollIntoView());
    await expect(comments).toHaveCount(count);
  }
  await expect(comments.last()).toContainText('Number 1.');
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Show more comments' })).toHaveCount(0);
  expect(lists.map((list) => [list.get('sort'), list.has('cursor')])).toEqual([['newest', false], ['newest', true], ['newest', true]]);
});
