/** @file What the database has is what readers see. */

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expectUnder } from '../../browser/guestbook_fixtures.ts';
import { comment, expect, expectAccessible, open } from '../../browser/fixtures.ts';
import { hostile, hostileNames } from '../hostile.mjs';
import { test } from './fixtures.ts';

const folder = fileURLToPath(new URL('../../../build/screenshots/', import.meta.url));
mkdirSync(folder, { recursive: true });

test('comments and replies stand where they belong', async ({ page, post, address, elsewhere }) => {
  await post.add(
    { comment_author: 'Ann &amp; Bob', comment_author_url: 'https://ann.example', comment_content: 'A <em>first</em> one.\n\nIn two paragraphs.' },
    { comment_author: 'Cleo', comment_content: 'An answer.', parent: 0 },
    { comment_author: 'Ann &amp; Bob', comment_content: 'An answer to the answer, with https://example.org/ in it.', parent: 1 },
    { comment_author: 'Dan', comment_content: 'Something else.' },
    { comment_author: 'Eve', comment_content: 'Nobody sees this.', comment_approved: '0' },
    { comment_author: 'Eve', comment_content: 'Nor this.', comment_approved: 'spam' },
  );
  await open(page, address);
  await expect(page.getByRole('heading', { name: '4 comments' })).toBeVisible();
  await expect(page.locator('article.comment')).toHaveCount(4);
  await expect(page.locator('.part > .branch')).toHaveCount(2);
  const first = comment(page, 'A first one.');
  await expect(first.locator('em')).toHaveText('first');
  await expect(first.locator('.content p')).toHaveCount(2);
  await expect(first.getByRole('link', { name: 'Ann & Bob' })).toHaveAttribute('href', 'https://ann.example');
  await expectUnder(page, first, comment(page, 'An answer.'));
  await expectUnder(page, comment(page, 'An answer.'), comment(page, 'An answer to the answer'));
  await expect(page.getByRole('link', { name: 'https://example.org/' })).toBeVisible();
  await expectAccessible(page);
  const name = `wordpress-${elsewhere ? 'elsewhere' : 'own'}`;
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: true });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.screenshot({ path: `${folder}${name}-phone.png`, fullPage: true });
});

test('what would do harm does none', async ({ page, post, address }) => {
  await post.add(...hostile.map((comment_content, index) =>
    ({ comment_content, comment_author: hostileNames[index]!, comment_author_url: 'javascript:alert(1)' })));
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).pathname));
  await open(page, address);
  const comments = page.locator('article.comment');
  await expect(comments).toHaveCount(hostile.length);
  await expect(comments.locator('script, style, svg, math, img, form')).toHaveCount(0);
  await expect(comments.locator('.author a')).toHaveCount(0);
  await expect(comments.locator('.author').first()).toHaveText('Tom & Jerry');
  const attributes = await comments.locator('*').evaluateAll((elements) =>
    elements.flatMap((element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`)));
  expect(attributes.filter((attribute) => /^on|^style=|^href=\s*(?!https?:|#)/i.test(attribute))).toEqual([]);
  expect([...asked]).not.toContain('/x');
});

test('more than a hundred come in pages', async ({ page, post, address }) => {
  const many = Array.from({ length: 104 }, (_, index) => ({ comment_author: 'Ann', comment_content: `Number ${index + 1}.` }));
  await post.add(...many, { comment_author: 'Bob', comment_content: 'A late answer.', parent: 1 });
  await open(page, address);
  await expect(page.getByRole('heading', { name: '105 comments' })).toBeVisible();
  await expect(page.locator('article.comment')).toHaveCount(100);
  await page.getByRole('button', { name: 'Show more comments' }).click();
  await expect(page.locator('article.comment')).toHaveCount(105);
  await expect(page.locator('.part > .branch').last()).toContainText('Number 104.');
  await expectUnder(page, comment(page, 'Number 2.'), comment(page, 'A late answer.'));
  await expect(page.getByRole('button', { name: 'Show more comments' })).toHaveCount(0);
});
