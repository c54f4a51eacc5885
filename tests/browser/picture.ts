/** @file Pictures for people to look at (build/screenshots). */

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from './fixtures.ts';

/** Where they are. */
export const folder = fileURLToPath(new URL('../../build/screenshots/', import.meta.url));
mkdirSync(folder, { recursive: true });

/** Pictures of `what`: NAME.png on a desktop, NAME-dark.png in the dark, and NAME-phone.png at 360 px. */
export const picture = async (page: Page, what: Locator, name: string): Promise<void> => {
  const desktop = page.viewportSize()!;
  const shoot = (kind: string) => what.screenshot({ path: `${folder}${name}${kind}.png` });
  await shoot('');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot('-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing is wider than a phone').toBe(360);
  await shoot('-phone');
  await page.setViewportSize(desktop);
};

/** The same from right to left: NAME-arabic.png. */
export const arabicPicture = async (page: Page, what: Locator, name: string): Promise<void> => {
  const turn = (dir: string) =>
    page.locator('.afterword').first().evaluate((found, dir) => found.setAttribute('dir', dir), dir);
  await turn('rtl');
  await what.screenshot({ path: `${folder}${name}-arabic.png` });
  await turn('ltr');
};
