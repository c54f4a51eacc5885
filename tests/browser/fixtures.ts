/** @file A fresh server a test, and a page on which anything that should not be said is a failure. */

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { Server } from './server.ts';

export { expect, type Page } from '@playwright/test';
export { article } from './server.ts';

interface Fixtures {
  server: Server;
  url: string;
  serverOptions: string[];
  /** What a page may say on its console, when a test breaks something on purpose. */
  allowed: RegExp;
}

export const test = base.extend<Fixtures>({
  serverOptions: [[], { option: true }],
  allowed: [/^$/, { option: true }],
  server: async ({}, use) => {
    const server = new Server();
    await use(server);
    await server.remove();
  },
  url: async ({ server, serverOptions }, use) => {
    await use(await server.start(...serverOptions));
  },
  page: async ({ page, allowed }, use) => {
    const said: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(String(error)));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`));
    });
    await use(page);
    expect(said.filter((text) => !allowed.test(text))).toEqual([]);
  },
});

/** axe finds nothing; it enters open shadow roots. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
};

/** Fills the page's own form, or the form of a reply. */
export const fillIn = async (page: Page, form: string, comment: string): Promise<void> => {
  const section = page.locator(`form[data-form="${form}"]`);
  await section.getByLabel('Comment', { exact: false }).first().fill(comment);
  await section.getByLabel('Name').first().fill('Ada Lovelace');
  await section.getByLabel('Email').first().fill('ada@example.org');
};

/** Where focus is, inside whatever shadow root. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.id ?? '';
  });

/** Goes down to the comments, as a reader would; only then are they loaded. */
export const goDown = async (page: Page): Promise<void> => {
  await page.locator('afterword-comments').first().evaluate((element) => element.scrollIntoView());
  await expect(page.locator('afterword-comments [id="form"]').first()).toBeVisible();
};
