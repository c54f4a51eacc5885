/** @file What somebody does who reads a thread, and what a page's author may put beside it. */

import { comment, type Locator, type Page } from '../../browser/fixtures.ts';

/** The button under the comment that says `text`. */
export const like = (page: Page, text: string): Locator => comment(page, text).getByRole('button', { name: /^Like/ });

/** Chooses an order, by its name. */
export const sortBy = async (page: Page, order: 'Oldest' | 'Newest' | 'Most liked'): Promise<void> => {
  await page.getByLabel('Sort by').selectOption(order);
};

/** Lets so much time pass that the widget has asked once more what came since. The page's clock must be installed. */
export const waitForUpdates = async (page: Page, backend: string): Promise<number> => {
  const answer = page.waitForResponse((response) => response.url().startsWith(backend) && response.request().method() === 'GET');
  await page.clock.fastForward('01:01');
  return (await answer).status();
};

/** Puts two elements above all else on a page that has the script: how many comments it has, and the latest of the site. */
export const addElements = (page: Page, attributes: { recipe: string; backend: string; page: string }): Promise<void> =>
  page.evaluate((attributes) => {
    for (const name of ['afterword-recent', 'afterword-count']) {
      const element = document.createElement(name);
      for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
      document.querySelector('main')!.prepend(element);
    }
  }, attributes);

/** The latest comments of the site, as they stand in their list: where each leads, and what it says. */
export const latest = (page: Page): Promise<{ link: string; text: string }[]> =>
  page.locator('afterword-recent li').evaluateAll((items) => items.map((item) => ({
    link: item.querySelector('a')?.href ?? '',
    text: [...item.querySelectorAll('bdi, .excerpt')].map(({ textContent }) => textContent).join(' | '),
  })));
