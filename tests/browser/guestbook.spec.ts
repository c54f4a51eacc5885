/** @file The tutorial's recipe in a browser, from a page of another origin, against the real guestbook. */

import { comment, expect, expectAccessible, field, formOf, goDown, open, submit, type Locator, type Page } from './fixtures.ts';
import { fair, recipe } from './guestbook.ts';
import { agreeBox, expectUnder, sign, test } from './guestbook_fixtures.ts';

/** Posts by the form, and waits until the comment is more than on its way. */
const post = async (page: Page, form: Locator, name: string, words: string): Promise<Locator> => {
  await sign(form, name, words);
  await submit(form);
  const posted = comment(page, words);
  await expect(posted).not.toHaveClass(/is-(sending|failed)/);
  return posted;
};

test('read, agree, post, reply; it survives a reload, kill -9 and a restart', async ({ page, guestbook, address }) => {
  const first = await guestbook.write({ nick: 'Tom & <Jerry>', words: 'We liked the <b>cheese</b> & the music.' });
  const second = await guestbook.write({ nick: 'Bo', words: 'Which cheese?', under: first });
  await guestbook.write({ nick: 'Cleo', words: 'The blue one.', under: second });
  await guestbook.owner('remove', second);

  await open(page, address);
  await expect(page.getByRole('heading', { name: '2 comments' })).toBeVisible();
  const cheese = comment(page, 'We liked the <b>cheese</b> & the music.');
  await expect(cheese).toContainText('Tom & <Jerry>');
  await expectUnder(page, cheese, comment(page, 'This comment was deleted.'));
  await expectUnder(page, comment(page, 'This comment was deleted.'), comment(page, 'The blue one.'));

  const form = formOf(page);
  await sign(form, 'Ada Lovelace', 'A first thought.');
  await agreeBox(form).uncheck();
  await submit(form);
  await expect(form.locator('.problem')).toHaveText(['Please tick this box.']);
  await expect(agreeBox(form)).toBeFocused();
  await expect(agreeBox(form)).toHaveAccessibleDescription('Please tick this box.');
  await expect(form.getByRole('link', { name: 'house rules', exact: true })).toHaveAttribute('href', 'https://guestbook.example/rules');
  await expectAccessible(page);
  expect((await guestbook.read()).count).toBe(2);

  await form.getByRole('combobox', { name: 'How do you know us?' }).selectOption('From the newspaper');
  const mine = await post(page, form, 'Ada Lovelace', 'A first thought.');
  await expect(mine).toBeFocused();
  await expect(page.getByRole('heading', { name: '3 comments' })).toBeVisible();
  expect((await guestbook.read()).list[1]!.entry).toMatchObject({ nick: 'Ada Lovelace', source: 'From the newspaper' });

  await mine.getByRole('button', { name: 'Reply to Ada Lovelace' }).click();
  const answer = await post(page, page.locator('.is-reply form'), 'Grace Hopper', 'And a second one.');

  const expectAll = async (): Promise<void> => {
    await expect(page.getByRole('heading', { name: '4 comments' })).toBeVisible();
    await expectUnder(page, cheese, comment(page, 'The blue one.'));
    await expectUnder(page, mine, answer);
  };
  await expectAll();
  await page.reload();
  await goDown(page);
  await expectAll();
  await guestbook.kill();
  await guestbook.start();
  await page.reload();
  await goDown(page);
  await expectAll();
});

test('a ticket that has ended is fetched anew, and nobody sees any of it', async ({ page, guestbook, address }) => {
  await open(page, address);
  await post(page, formOf(page), 'Ada', 'With the first ticket.');
  await guestbook.kill();
  await guestbook.start();
  const asked: string[] = [];
  page.on('response', (response) => {
    const request = response.request();
    if (request.method() !== 'OPTIONS') asked.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  await post(page, formOf(page), 'Grace', 'With the second ticket.');
  expect(asked).toEqual(['PUT /entries', 'GET /ticket', 'PUT /entries']);
  await expect(page.getByRole('heading', { name: '2 comments' })).toBeVisible();
});

test('a long thread comes in pages', async ({ page, guestbook, address }) => {
  for (let i = 1; i <= 12; ++i) await guestbook.write({ nick: `Guest ${i}`, words: `Number ${i}.` });
  await open(page, address);
  await expect(page.getByRole('heading', { name: '12 comments' })).toBeVisible();
  await expect(page.locator('.part > .branch')).toHaveCount(10);
  await page.getByRole('button', { name: 'Show more comments' }).click();
  await expect(page.locator('.part > .branch').last()).toContainText('Number 12.');
  await expect(page.getByRole('button', { name: 'Show more comments' })).toHaveCount(0);
});

test('a held comment is its author’s alone until it is released', async ({ page, guestbook, address }) => {
  await open(page, address);
  const held = await post(page, formOf(page), 'Ada', 'I won the lottery.');
  await expect(held).toContainText('Your comment is awaiting moderation.');
  await open(page, address);
  await expect(page.getByText('No comments yet.')).toBeVisible();
  await guestbook.owner('release', 1);
  await open(page, address);
  await expect(held).toContainText('Ada');
});

test('what the guestbook refuses is explained, and the text stays', async ({ page, guestbook, address }) => {
  await guestbook.write({ nick: 'Ada', words: 'Twice.' });
  await open(page, address);
  const form = formOf(page);
  const summary = form.locator('.summary');
  const refused = async (name: string, words: string): Promise<void> => {
    await sign(form, name, words);
    await submit(form);
  };
  await refused('Ada', 'Twice.');
  await expect(summary).toContainText('This comment was posted already.');
  await refused('Grace', 'The best casino in town.');
  await expect(summary).toContainText(`The site did not accept this: We don't print "casino" & the like.`);
  await refused('&&&&&&&&&', 'Who am I?');
  await expect(form.locator('.problem')).toHaveText(['Your name does not fit into 40 letters. (A "&" takes five of them.)']);
  await expect(field(form, 'Name')).toBeFocused();
  await guestbook.owner('close', fair);
  await refused('Grace', 'A moment too late.');
  await expect(summary).toContainText('Comments are closed now. Your text is still here.');
  await expect(field(form, 'Comment')).toHaveValue('A moment too late.');
  expect((await guestbook.read()).count).toBe(1);
  await open(page, address);
  await expect(field(form, 'Comment'), 'a draft stays, even here').toHaveValue('A moment too late.');
  await form.getByRole('button', { name: 'Discard' }).click();
  await open(page, address);
  await expect(page.getByText('Comments are closed.')).toBeVisible();
  await expect(form).toHaveCount(0);
});

test('what it says of the recipe’s own fields stands beside them', async ({ page, server, address }) => {
  server.write('guestbook.json', recipe.replace('"By chance"', '"By accident"'));
  await open(page, address);
  const form = formOf(page);
  await form.getByRole('combobox').selectOption('By accident');
  await sign(form, 'Ada', 'How did I get here?');
  await submit(form);
  await expect(form.getByRole('combobox')).toHaveAccessibleDescription('Please choose one of the answers.');
  await expect(form.getByRole('combobox')).toBeFocused();
});

test('a reply to what is gone by then is explained', async ({ page, guestbook, address }) => {
  const gone = await guestbook.write({ nick: 'Ada', words: 'Here and gone.' });
  await open(page, address);
  await page.getByRole('button', { name: 'Reply to Ada' }).click();
  await guestbook.owner('remove', gone);
  const reply = page.locator('.is-reply form');
  await sign(reply, 'Grace', 'What did you say?');
  await submit(reply);
  await expect(reply.locator('.summary')).toContainText('The comment you are answering is gone.');
});

test('whoever is too fast is told for how long, second by second', async ({ page, guestbook, address }) => {
  await guestbook.write({ nick: 'Ada', words: 'From somewhere else.' });
  await open(page, address);
  const form = formOf(page);
  await sign(form, 'Ada', 'Too soon.');
  await submit(form);
  const outlook = form.locator('.outlook');
  const seconds = async (): Promise<number> => Number(/in (\d+|one) second/.exec(await outlook.innerText())?.[1]?.replace('one', '1') ?? 0);
  await expect(outlook).toContainText('You can post this in');
  const told = await seconds();
  expect(told).toBeGreaterThan(5);
  expect(told).toBeLessThanOrEqual(10);
  await expect.poll(seconds).toBeLessThan(told);
  await expect(outlook).toBeEmpty({ timeout: 12_000 });
  await submit(form);
  await expect(comment(page, 'Too soon.')).not.toHaveClass(/is-(sending|failed)/);
  expect((await guestbook.read()).count).toBe(2);
});

test('the news: taken, taken before, refused', async ({ page, address }) => {
  await page.goto(address);
  const box = page.getByRole('region', { name: 'Get every new post on this blog' });
  const signUp = async (email: string): Promise<void> => {
    await page.reload();
    await goDown(page);
    await box.getByRole('textbox', { name: 'Email' }).fill(email);
    await box.getByRole('button', { name: 'Sign me up' }).click();
  };
  await signUp('reader@example.org');
  await expect(box.locator('.outcome')).toContainText('Please check your inbox');
  await signUp('reader@example.org');
  await expect(box.locator('.outcome')).toHaveText('reader@example.org is already subscribed.');
  const long = `${'x'.repeat(40)}@example.org`;
  await signUp(long);
  await expect(box.getByRole('textbox')).toHaveAccessibleDescription('Please enter an email address like name@example.org.');
  await expect(box.getByRole('textbox')).toHaveValue(long);
});
