/** @file Previews of Markdown, under the page's own policy; the parser comes when it is first asked for. */

import { expect, test } from './fixtures.ts';
import { ask, begin } from './writer.ts';

const effect = { type: 'preview', form: 'form', text: 'one *two*\n<b>three</b>' };
const answer = { type: 'previewed', form: 'form', text: effect.text };
const html = '<p>one <em>two</em><br>\n&lt;b&gt;three&lt;/b&gt;</p>\n';

test('the parser is fetched when it is needed, and once', async ({ page, url }) => {
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  await begin(page, url);
  expect(paths.filter((path) => path.includes('markdown'))).toEqual([]);
  expect(await ask(page, effect)).toEqual([{ ...answer, value: html }]);
  expect(await ask(page, effect)).toEqual([{ ...answer, value: html }]);
  expect(paths.filter((path) => path.includes('markdown')).sort()).toEqual(['/afterword-markdown.wasm', '/markdown.mjs']);
});

test.describe('where the parser cannot be had', () => {
  test.use({ allowed: /^Afterword: |ERR_FAILED/ });
  for (const file of ['markdown.mjs', 'afterword-markdown.wasm'])
    test(`without ${file} there is no preview, and a later one works`, async ({ page, url }) => {
      await begin(page, url);
      await page.route(`**/${file}`, (route) => route.abort());
      expect(await ask(page, effect)).toEqual([{ ...answer, value: null }]);
      await page.unroute(`**/${file}`);
      expect(await ask(page, effect)).toEqual([{ ...answer, value: html }]);
    });
});
