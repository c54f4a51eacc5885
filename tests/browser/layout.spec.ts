/** @file How it looks: measured where it can be, and photographed for people to look at (build/screenshots). */

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { article, expect, expectAccessible, goDown, type Page, test } from './fixtures.ts';

const folder = fileURLToPath(new URL('../../build/screenshots/', import.meta.url));
mkdirSync(folder, { recursive: true });

const open = async (page: Page, url: string): Promise<void> => {
  await page.goto(url + article);
  await goDown(page);
  await expect(page.getByRole('article').first()).toBeVisible();
};

const shoot = (page: Page, name: string): Promise<Buffer> =>
  page.locator('afterword-comments').screenshot({ path: `${folder}${name}.png` });

test('no sideways scrolling at 320 px, nor at 200 % zoom', async ({ page, url }) => {
  for (const viewport of [{ width: 320, height: 640 }, { width: 640, height: 450 }]) {
    await page.setViewportSize(viewport);
    await open(page, url);
    await page.getByRole('button', { name: /^Reply to/ }).nth(2).click();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
});

test('controls are large enough to read and to touch', async ({ page, url }) => {
  await open(page, url);
  await expect(page.getByRole('searchbox')).toBeVisible(); // all that can be pressed is there
  const controls = page.locator('afterword-comments').locator('input, textarea, select, button');
  for (const control of await controls.all()) {
    const { size, height, name } = await control.evaluate((element) => ({
      size: parseFloat(getComputedStyle(element).fontSize),
      height: element.getBoundingClientRect().height,
      name: element.localName,
    }));
    expect(height).toBeGreaterThanOrEqual(24);
    if (name !== 'button') expect(size).toBeGreaterThanOrEqual(16);
  }
  const visibility = await page.locator('.part').first().evaluate((part) => {
    part.classList.add('is-full');
    return getComputedStyle(part).contentVisibility;
  });
  expect(visibility).toBe('auto');
});

test('on a desktop', async ({ page, url }) => {
  await open(page, url);
  await shoot(page, 'desktop');
  await page.setViewportSize({ width: 760, height: 1260 });
  await page.locator('[id="comment-7"]').evaluate((last) => scrollTo(0, last.getBoundingClientRect().top + scrollY - 30));
  await page.screenshot({ path: `${folder}readme.png` }); // tests/browser/screenshot.png is a copy of this one
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Post Comment' }).click();
  await shoot(page, 'problems');
  await page.getByRole('button', { name: /^Reply to/ }).first().click();
  await shoot(page, 'reply');
});

test('on a phone', async ({ page, url }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, url);
  await page.getByRole('button', { name: 'Post Comment' }).click();
  await shoot(page, 'phone');
});

test('in the dark', async ({ page, url }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, url);
  await page.getByRole('button', { name: 'Post Comment' }).click();
  await expectAccessible(page);
  await shoot(page, 'dark');
});

test('from right to left', async ({ page, url }) => {
  await open(page, url);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
    document.querySelector('afterword-comments')!.shadowRoot!.querySelector('.afterword')!.setAttribute('dir', 'rtl');
  });
  await page.locator('[id="form.comment"]').fill('مقال جميل، شكرًا على ما كتبت.');
  await shoot(page, 'arabic');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
