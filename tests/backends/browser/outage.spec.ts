/** @file A WordPress that is not as it should be: nothing typed is lost, and what still works is used. */

import { comment, complete, expect, formOf, open, submit, takeBack } from '../../browser/fixtures.ts';
import { send, test, write } from './fixtures.ts';
import { database, env } from './wordpress.ts';

// What comes without WordPress's headers a browser keeps from pages of another origin.
test.use({ allowed: /^Failed to load resource|blocked by CORS policy|^net::ERR_FAILED|^Afterword: backend misconfigured\?/ });

test('REST switched off by a page of its own', async ({ page, post, address, elsewhere, said }) => {
  const named: string[] = [];
  page.on('console', (message) => named.push(message.location().url));
  await post.add({ comment_author: 'Ann', comment_content: 'Hidden now.' });
  await post.set({ afterword_rest: 'page' });
  const form = await send(page, address, 'Is anybody there?');
  await expect(page.locator('.failed')).toContainText('The comments could not be loaded.');
  if (elsewhere) {
    await takeBack(page, form, 'Is anybody there?');
  } else {
    await expect(comment(page, 'Is anybody there?')).not.toHaveClass(/is-(sending|failed)/);
  }
  expect([...said, ...named].join('\n')).toContain(`${env.url}/?rest_route=/wp/v2/comments&post=${post.id}&`);
  expect((await post.comments()).map((row) => row.comment_content)).toEqual(['Hidden now.', ...(elsewhere ? [] : ['Is anybody there?'])]);
  await post.restore();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(comment(page, 'Hidden now.')).toBeVisible();
  await expect(page.locator('.failed')).toHaveCount(0);
});

test('REST without its comments, or for those who are logged in: comments are taken all the same', async (
  { page, post, address, elsewhere }) => {
  for (const afterword_rest of ['no-route', 'login']) {
    await post.set({ afterword_rest, show_avatars: 0 });
    await send(page, address, `Past ${afterword_rest}.`);
    if (elsewhere) await page.waitForURL(`${env.url}/**#comment-*`);
    else await expect(comment(page, `Past ${afterword_rest}.`)).not.toHaveClass(/is-(sending|failed)/);
  }
  expect((await post.comments()).map((row) => row.comment_content)).toEqual(['Past no-route.', 'Past login.']);
});

test('its database stops, and comes back', async ({ page, post, address, elsewhere }) => {
  await post.add({ comment_author: 'Ann', comment_content: 'Before.' });
  await open(page, address);
  const form = formOf(page);
  await write(form, 'Written in the dark.');
  await complete(page);
  const failed = comment(page, 'Written in the dark.');
  await database('stop');
  try {
    await submit(form);
    await expect(failed).toContainText(elsewhere
      ? 'This was not posted: the site gave no proper answer.'
      : 'The site is busy. Your text is still here; please try again.');
    await expect(failed).toBeFocused();
    const other = await page.context().newPage();
    await open(other, address);
    await expect(other.locator('.failed')).toContainText('The comments could not be loaded.');
    await database('start');
    await other.locator('#thread-state').getByRole('button', { name: 'Try again' }).click();
    await expect(comment(other, 'Before.')).toBeVisible();
    await other.close();
  } finally {
    await database('start');
  }
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect(failed).not.toHaveClass(/is-(sending|failed)/);
  await expect(failed).toHaveCount(1);
  expect((await post.comments()).map((row) => row.comment_content)).toEqual(['Before.', 'Written in the dark.']);
});
