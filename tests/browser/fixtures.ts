/** @file A fresh server a test, and a page on which anything that should not be said is a failure. */

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { Server } from './server.ts';

export { expect, type Locator, type Page } from '@playwright/test';
export { article } from './server.ts';

interface Fixtures {
  server: Server;
  url: string;
  serverOptions: string[];
  /** What a page may say, when a test breaks something on purpose. */
  allowed: RegExp;
  /** What the page has said so far: errors, warnings, violations of its policy, requests that failed. */
  said: string[];
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
  said: async ({}, use) => {
    await use([]);
  },
  // It asks for the server so that this outlives it: what is under way when a test ends is not cut off.
  page: async ({ page, allowed, said, server: _ }, use) => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      // What is under way when a page is left, or when a widget is drawn anew, is let go of.
      if (reason !== 'net::ERR_ABORTED') said.push(`${reason} ${request.url()}`);
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`violation: ${event.effectiveDirective} ${event.blockedURI}`));
    });
    await use(page);
    expect(said.filter((text) => !allowed.test(text))).toEqual([]);
  },
});

/** What a page says when the server is gone. */
export const away = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INTERNET_DISCONNECTED/;

/** axe finds nothing; it enters open shadow roots. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
};

/** The page's own form, or that of a reply. */
export const formOf = (page: Page, name = 'form'): Locator => page.locator(`form[data-form="${name}"]`);

/** A text field of a form, by its label as a screen reader says it. */
export const field = (form: Locator, name: string): Locator => form.getByRole('textbox', { name, exact: true });

/** Fills in what a form requires. */
export const fillIn = async (form: Locator, comment: string): Promise<void> => {
  await field(form, 'Comment').fill(comment);
  await field(form, 'Name').fill('Ada Lovelace');
  await field(form, 'Email').fill('ada@example.org');
};

export const submit = (form: Locator): Promise<void> => form.getByRole('button', { name: 'Post Comment' }).click();

/** The comment that says `text`. */
export const comment = (page: Page, text: string): Locator => page.locator('article.comment').filter({ hasText: text });

/** Posts by the form, and waits until the comment is more than on its way. */
export const post = async (page: Page, form: Locator, text: string): Promise<Locator> => {
  await fillIn(form, text);
  await submit(form);
  const posted = comment(page, text);
  await expect(posted).not.toHaveClass(/is-(sending|failed)/);
  return posted;
};

/**
 * Waits until it is known that `text` was not posted, and why. It stands in the thread then, and its form is free; "Edit"
 * brings it back there.
 */
export const takeBack = async (page: Page, form: Locator, text: string, why = 'the site gave no proper answer'): Promise<void> => {
  const failed = comment(page, text);
  await expect(failed).toHaveClass(/is-failed/);
  await expect(failed).toContainText(why);
  await failed.getByRole('button', { name: 'Edit' }).click();
  await expect(failed).toHaveCount(0);
  await expect(field(form, 'Comment')).toHaveValue(text);
};

/** Where the focus is, inside whatever shadow root: the id of the element. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.id ?? '';
  });

/** Goes down to the comments, as a reader would; only then are they loaded. */
export const goDown = async (page: Page): Promise<void> => {
  await page.locator('afterword-comments').first().evaluate((element) => element.scrollIntoView());
  await expect(page.locator('afterword-comments section').first()).toBeVisible();
};

/** Waits until the whole core is there: the tools of the form come with it. */
export const complete = async (page: Page): Promise<void> => {
  await expect(page.locator('.tool').first()).toBeVisible();
};

/** Opens a page with its comments there. */
export const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await goDown(page);
  await expect(page.locator('.loading')).toHaveCount(0);
};
