/** @file The shipped widget and recipe against Waline's own server and its database, from a page of another origin. */

import { hostile, hostileNames } from '../hostile.mjs';
import {
  comment, expect, expectAccessible, field, fillIn, formOf, open, outline, picture, replyTo, send,
} from './site.ts';
import { again, put, restore, stored, test, waline, write } from './waline.ts';

test.afterAll(restore);

test('comments and their replies stand as they were written', async ({ page, address }) => {
  const first = await write({ comment: 'A **first** comment & more' });
  const reply = await write({ nick: 'Bob', comment: 'A reply', pid: first, rid: first, at: 'Ann' });
  await write({ comment: 'A reply to a reply', pid: reply, rid: first, at: 'Bob' });
  await write({ nick: 'Cleo', comment: 'A later reply', pid: first, rid: first, at: 'Ann' });
  await open(page, address);
  await expect(page.getByRole('heading', { name: '4 comments' })).toBeVisible();
  expect(await outline(page)).toEqual(['A first comment & more', '> A reply', '> > A reply to a reply', '> A later reply']);
  await expect(comment(page, 'A first comment').locator('strong')).toHaveText('first');
  await expectAccessible(page);
  await picture(page, 'waline-thread');
});

test('hostile comments are shown, and nothing of them runs', async ({ page, address }) => {
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).origin));
  for (const [index, text] of hostile.entries())
    await write({ comment: text, nick: hostileNames[index], link: 'javascript:alert(1)', mail: `${index}@example.org` });
  await put('<form action=//evil.example><button>Go</button></form><iframe srcdoc="<script>alert(1)</script>"></iframe>', '', '');
  await put('![x](javascript:alert(1)) <p style="position:fixed;inset:0">over all</p>', '<script>alert(1)</script>', '" onclick="alert(1)');
  await put('<img src=//evil.example/x.png onerror=alert(1)>', '\u202Eenimda', '//evil.example', 1);
  await open(page, address);
  await expect(page.getByRole('heading', { name: '8 comments' })).toBeVisible();
  const content = page.locator('article.comment');
  await expect(content).toHaveCount(8);
  await expect(content.locator('script, style, iframe, form, svg, math, img, [style], [onerror], [onclick]')).toHaveCount(0);
  const addresses = await content.locator('a[href]').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(addresses.filter((link) => !/^https?:/.test(link))).toEqual([]);
  expect(addresses).toContain('https://a.example/?x=');
  await expect(content.first()).toContainText('& 1 < 2');
  await expect(comment(page, 'never closed').locator('b i').first()).toHaveText('never closed');
  await expect(content.first().locator('.author')).toHaveText('Tom & <b>Jerry</b>');
  expect([...asked].sort()).toEqual([new URL(address).origin, waline.url].sort());
  await expectAccessible(page);
  await picture(page, 'waline-hostile');
});

test('a long thread comes page by page', async ({ page, address }) => {
  await waline.control('query', `insert into wl_Comment (url, status, comment, nick, insertedAt)
    select '${waline.env['post']}', 'approved', concat('Number ', seq, '.'), 'Ann', '2026-11-01 10:00:00' + interval seq minute
    from seq_1_to_60`);
  await put('The very last.', 'Bob', '', 60);
  await open(page, address);
  await expect(page.getByRole('heading', { name: '61 comments' })).toBeVisible();
  await expect(page.locator('.part > .branch')).toHaveCount(50);
  await page.getByRole('button', { name: 'Show more comments' }).click();
  await expect(page.locator('.part > .branch')).toHaveCount(60);
  await expect(comment(page, 'Number 51.')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Show more comments' })).toHaveCount(0);
  expect((await outline(page)).slice(-2)).toEqual(['Number 60.', '> The very last.']);
});

test('post, reply, answer the reply: each stands where it belongs, then, later and in the database', async ({ page, address }) => {
  const other = await write({ comment: 'I was here first' });
  await write({ nick: 'Bob', comment: 'And I was second', pid: other, rid: other, at: 'Ann' });
  await open(page, address);
  const form = formOf(page);
  await fillIn(form, 'What **I** think & why');
  await field(form, 'Website').fill('https://ada.example');
  const mine = await send(page, form, 'What I think & why');
  await expect(mine.locator('strong')).toHaveText('I');
  await expect(mine.getByRole('link', { name: 'Ada Lovelace' })).toHaveAttribute('href', 'https://ada.example');
  await expect(mine).toBeFocused();
  await expect(page.getByRole('heading', { name: '3 comments' })).toBeVisible();

  await again(page);
  const reply = await replyTo(page, 'I was here first');
  await fillIn(reply, 'So you were');
  await send(page, reply, 'So you were');
  const two = ['I was here first', '> And I was second', '> So you were', 'What I think & why'];
  expect(await outline(page)).toEqual(two);

  await again(page);
  expect(await outline(page)).toEqual(two);
  const answer = await replyTo(page, 'And I was second');
  await fillIn(answer, 'Nobody counts');
  await send(page, answer, 'Nobody counts');
  const all = ['I was here first', '> And I was second', '> > Nobody counts', '> So you were', 'What I think & why'];
  expect(await outline(page)).toEqual(all);
  await again(page);
  expect(await outline(page)).toEqual(all);
  expect(await stored()).toEqual([
    ['I was here first', null, null, 'approved'],
    ['And I was second', other, other, 'approved'],
    ['What **I** think & why', null, null, 'approved'],
    ['So you were', other, other, 'approved'],
    ['Nobody counts', other + 1, other, 'approved'],
  ]);
});
