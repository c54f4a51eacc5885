/** @file The tutorial, gone step by step: each shows what it says. */

import { recipeAfter, steps } from '../backends/guestbook/tutorial.mjs';
import { comment, expect, field, formOf, open, submit } from './fixtures.ts';
import { fair } from './guestbook.ts';
import { expectUnder, sign, test } from './guestbook_fixtures.ts';

test.use({ allowed: /^Afterword: backend misconfigured\? create: the reply has nothing at/ });

test('each step of the tutorial shows what it says', async ({ page, guestbook, server, said, address }) => {
  test.slow();
  const cheese = await guestbook.write({ nick: 'Tom & Jerry', words: 'We liked the cheese.' });
  const removed = await guestbook.write({ nick: 'Bo', words: 'Which cheese?', under: cheese });
  await guestbook.write({ nick: 'Cleo', words: 'The blue one.', under: removed });
  await guestbook.owner('remove', removed);
  for (let i = 1; i <= 10; ++i) await guestbook.write({ nick: `Guest ${i}`, words: `Number ${i}.` });

  let step = 0;
  const go = async (to: number): Promise<void> => {
    step = to;
    server.write('guestbook.json', JSON.stringify(recipeAfter(step)));
    await open(page, address);
  };
  /** Words that the step promises. */
  const promised = (words: string): string => {
    expect(steps[step]!.text).toContain(words);
    return words;
  };
  const form = formOf(page);
  const say = async (name: string, words: string): Promise<void> => {
    await field(form, 'Name').fill(name);
    await field(form, 'Comment').fill(words);
    await submit(form);
  };

  await go(2);
  await expect(page.locator('.part > .branch')).toHaveCount(10);
  await expect(comment(page, 'We liked the cheese.')).toContainText(promised('Tom & Jerry'));

  await go(3);
  await expect(page.getByRole('heading', { name: promised('12 comments') })).toBeVisible();
  await expectUnder(page, comment(page, 'We liked the cheese.'), comment(page, promised('This comment was deleted.')));
  await expect(page.getByRole('button', { name: promised('Show more comments') })).toBeVisible();

  await go(4);
  await field(form, 'Email').fill('ada@example.org');
  await say('Ada', 'A first try.');
  await expect(comment(page, 'A first try.')).toContainText(promised('This was not posted: the site gave no proper answer.'));
  expect(said.join()).toContain(promised('the reply has nothing at "/data/entry"'));

  await go(5);
  await expect(field(form, promised('Website'))).toHaveCount(0);
  await expect(field(form, promised('Email'))).not.toHaveAttribute('required');
  await field(form, 'Comment').fill('é'.repeat(501));
  await field(form, 'Comment').press('Tab');
  await expect(form.locator('.problem')).toContainText(promised('Please shorten this'));

  await go(6);
  await say('Ada', 'A second try.');
  await expect(form.locator('.summary')).toContainText(promised('The site did not accept this: Some boxes need another look.'));
  await say('&&&&&&&&&', 'A third try.');
  await expect(form.locator('.problem')).toContainText(promised('Your name does not fit into 40 letters.'));

  await go(7);
  await say('Ada', 'I won the lottery.');
  await expect(form.locator('.problem')).toHaveText(promised('Please tick this box.'));
  await form.getByRole('checkbox', { name: promised('I agree to the house rules') }).check();
  await submit(form);
  await expect(comment(page, 'I won the lottery.')).toContainText(promised('Your comment is awaiting moderation.'));
  await go(7);
  await sign(form, 'Ada', 'I won the lottery.');
  await submit(form);
  await expect(form.locator('.summary')).toContainText(promised('This comment was posted already.'));
  await form.getByRole('button', { name: 'Discard' }).click();

  await go(8);
  const box = page.getByRole('region', { name: promised('Get every new post on this blog') });
  await box.getByRole('textbox', { name: 'Email' }).fill('reader@example.org');
  await box.getByRole('button', { name: 'Sign me up' }).click();
  await expect(box.locator('.outcome')).toContainText(promised('Please check your inbox'));

  await guestbook.owner('close', fair);
  await go(3);
  await expect(page.getByText(promised('Comments are closed.'))).toBeVisible();
});
