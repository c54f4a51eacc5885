/** @file A site of another origin than its backend's, under the demo's strict policy; what a test looks for on it. */

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { comment, expect, formOf, submit, test as base, type Locator, type Page } from '../../browser/fixtures.ts';
import { Front } from '../../browser/front.ts';

export * from '../../browser/fixtures.ts';

const screenshots = fileURLToPath(new URL('../../../build/screenshots/', import.meta.url));
mkdirSync(screenshots, { recursive: true });

interface Fixtures {
  /** Puts a page with these tags on the site, which may speak to `backend` too. Gives its address. */
  publish: (backend: string, tags: string) => Promise<string>;
}

export const test = base.extend<Fixtures>({
  publish: async ({ server, url, page, said }, use) => {
    page.on('dialog', (dialog) => {
      // Who leaves a text behind that is not sent is asked first; here they go.
      if (dialog.type() === 'beforeunload') return void dialog.accept();
      said.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const front = new Front();
    const origin = await front.listen(url);
    await use(async (backend, tags) => {
      front.lets = backend;
      server.write('post.html', `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>The New Coalition of the Willing</title>
  <link rel="icon" href="/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/site.css">
</head>
<body>
  <main>
    <h1>The New Coalition of the Willing</h1>
    ${tags}
  </main>
</body>
</html>
`);
      return `${origin}/post`;
    });
    front.close();
  },
});

/** Pictures of the page as it is: NAME.png on a desktop, NAME-phone.png at 360 px. */
export const picture = async (page: Page, name: string): Promise<void> => {
  const desktop = page.viewportSize()!;
  await page.screenshot({ path: `${screenshots}${name}.png`, fullPage: true });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing is wider than a phone').toBe(360);
  await page.screenshot({ path: `${screenshots}${name}-phone.png`, fullPage: true });
  await page.setViewportSize(desktop);
};

/** What stands above a form after it was refused. */
export const summary = (form: Locator): Locator => form.locator('.summary');

/** The form under the comment that says `text`. */
export const replyTo = async (page: Page, text: string): Promise<Locator> => {
  await comment(page, text).getByRole('button', { name: /^Reply to/ }).click();
  return formOf(page, `reply-${await comment(page, text).getAttribute('data-comment')}`);
};

/** Submits, and waits until `text` is more than on its way. */
export const send = async (page: Page, form: Locator, text: string): Promise<Locator> => {
  await submit(form);
  const sent = comment(page, text);
  await expect(sent).not.toHaveClass(/is-(sending|failed)/);
  return sent;
};

/** The comments as they stand on the page, in reading order: how many are above each, and what it says. */
export const outline = (page: Page): Promise<string[]> =>
  page.locator('article.comment').evaluateAll((articles) => articles.map((article) => {
    let level = -1;
    for (let above: Element | null | undefined = article; above; above = above.parentElement?.closest('.branch')) ++level;
    return `${'> '.repeat(level - 1)}${article.querySelector('.content')!.textContent.trim()}`;
  }));
