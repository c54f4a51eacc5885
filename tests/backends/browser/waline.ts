/** @file Waline, a page of another origin with its tag, and what others and its owner do without a browser. */

import { Backend, quoted } from './backend.ts';
import { expect, goDown, test as base, type Page } from './site.ts';

interface Fixtures {
  /** Waline's environment variables for a test. */
  options: string[];
  /** The page with the tag. */
  address: string;
}

export const waline = new Backend('waline');

export const test = base.extend<Fixtures>({
  options: [[], { option: true }],
  address: async ({ publish, options }, use) => {
    await waline.control('options', ...options);
    await waline.control('clear');
    const tag = `<script async src="/afterword.js" data-recipe="waline" data-backend="${waline.url}" data-page="${waline.env['post']}"></script>`;
    await use(await publish(waline.url, tag));
  },
});

/** Leaves it as it was found. */
export const restore = async (): Promise<void> => {
  await waline.control('options');
  await waline.control('clear');
};

/** What somebody else writes, without a browser. Resolves with the id that it got. */
export const write = async (fields: Record<string, unknown>): Promise<number> => {
  const response = await fetch(`${waline.url}/api/comment?lang=en-US`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: waline.env['post'], nick: 'Ann', mail: 'ann@example.org', link: '', ...fields }),
  });
  const { data } = (await response.json()) as { data: { objectId: number } };
  return data.objectId;
};

/** Straight into the table, past all that the server would refuse or mend. */
export const put = (text: string, name: string, website: string, parent: number | null = null): Promise<string> =>
  waline.control('query', `insert into wl_Comment (url, status, comment, nick, link, pid, rid) values ('${waline.env['post']}',
    'approved', ${quoted(text)}, ${quoted(name)}, ${quoted(website)}, ${parent}, ${parent})`);

/** All that is in the table: what, under what, and in what state. */
export const stored = (): Promise<unknown[][]> => waline.rows(['comment', 'pid', 'rid', 'status'], 'wl_Comment order by id');

/** A page that knows nothing any more of what was posted from it: the recipe would have its reader wait. */
export const again = async (page: Page): Promise<void> => {
  await page.reload();
  await goDown(page);
  await expect(page.locator('.loading')).toHaveCount(0);
};
