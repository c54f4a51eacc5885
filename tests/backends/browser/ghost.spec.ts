/** @file Comments of Ghost's members: the shipped widget and recipe against Ghost itself and its database. */

import { hostile, hostileNames } from '../hostile.mjs';
import { Ghost, signIn, tagOf, type Member } from './ghost.ts';
import {
  comment, expect, expectAccessible, field, formOf, open, outline, picture, replyTo, send, submit, summary,
  test as base, type Locator, type Page,
} from './site.ts';

interface Fixtures {
  /** The page with the tag, at another port of Ghost's own host. */
  address: string;
}

interface Members {
  ann: Member;
  bob: Member;
}

const ghost = new Ghost();

const test = base.extend<Fixtures, Members>({
  ann: [({}, use) => ghost.member('ann@readers.example', 'Ann & <Co>').then(use), { scope: 'worker' }],
  bob: [({}, use) => ghost.member('bob@readers.example', hostileNames[1]!).then(use), { scope: 'worker' }],
  address: async ({ publish }, use) => {
    await ghost.control('query', 'delete from comments where parent_id is not null; delete from comments');
    await use(await publish(ghost.url, tagOf(ghost)));
  },
});

test.afterAll(() => ghost.control('clear'));

const expectSignedOut = async (page: Page): Promise<void> => {
  await expect(page.getByText('Please log in to leave a comment.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Log in' })).toHaveAttribute('href', `${ghost.url}/#/portal/signin`);
  await expect(page.locator('form')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Reply/ })).toHaveCount(0);
};

test('who is not signed in reads, and is shown the way in', async ({ page, address, ann, bob }) => {
  const first = await ghost.write(ann, 'A <b>first</b> one &amp; more');
  const reply = await ghost.write(bob, 'A reply', { parent_id: first });
  await ghost.write(ann, 'A reply to a reply', { parent_id: first, in_reply_to_id: reply });
  await ghost.write(bob, 'A second one');
  await open(page, address);
  await expect(page.getByRole('heading', { name: '4 comments' })).toBeVisible();
  expect(await outline(page)).toEqual(['A first one & more', '> A reply', '> > A reply to a reply', 'A second one']);
  await expect(comment(page, 'A first one').locator('.author')).toHaveText('Ann & <Co>');
  await expectSignedOut(page);
  await expectAccessible(page);
  await picture(page, 'ghost-signed-out');
});

test('a member posts, replies, and answers a reply; all stands where it belongs, then, later and in the database',
  async ({ page, address, ann, bob }) => {
    const other = await ghost.write(bob, 'I was here first');
    await ghost.write(bob, 'And I was second', { parent_id: other });
    await signIn(page, ghost, ann);
    await open(page, address);
    const form = formOf(page);
    await expect(form.locator('.account')).toContainText('Logged in as Ann & <Co>.');
    await expect(form.getByRole('textbox')).toHaveCount(1);
    await field(form, 'Comment').fill('What I think & why\nin two lines');
    const mine = await send(page, form, 'What I think');
    await expect(mine).toBeFocused();
    await expect(mine.locator('.author')).toHaveText('Ann & <Co>');
    await expect(mine.locator('br')).toHaveCount(1);
    await expect(page.getByRole('heading', { name: '3 comments' })).toBeVisible();

    const reply = await replyTo(page, 'I was here first');
    await field(reply, 'Comment').fill('So you were');
    await send(page, reply, 'So you were');
    const answer = await replyTo(page, 'And I was second');
    await field(answer, 'Comment').fill('Nobody counts');
    await send(page, answer, 'Nobody counts');
    const all = ['I was here first', '> And I was second', '> > Nobody counts', '> So you were', 'What I think & whyin two lines'];
    expect(await outline(page)).toEqual(all);
    await expectAccessible(page);
    await picture(page, 'ghost-member');
    await open(page, address);
    await expect(page.getByRole('heading', { name: '5 comments' })).toBeVisible();
    expect(await outline(page)).toEqual(all);
    const [first, second] = ['<p>I was here first</p>', '<p>And I was second</p>'];
    expect((await ghost.stored()).sort()).toEqual([
      [first, null, null],
      [second, first, null],
      ['<p>What I think &amp; why<br />in two lines</p>', null, null],
      ['<p>So you were</p>', first, null],
      ['<p>Nobody counts</p>', first, second],
    ].sort());
  });

/** Writes by the page's own form. */
const write = async (page: Page, text: string): Promise<Locator> => {
  await field(formOf(page), 'Comment').fill(text);
  return send(page, formOf(page), text);
};

const press = (within: Locator, name: string): Promise<void> => within.getByRole('button', { name, exact: true }).click();

/** What has been changed can be taken back for six seconds; then Ghost is told. */
const expectSettled = (within: Locator): Promise<void> =>
  expect(within.getByText(/^(Changed|Deleted|Saving|Deleting)/)).toHaveCount(0, { timeout: 15_000 });

test('a member edits what they wrote here: at once, later, and in the database', async ({ page, address, ann, bob }) => {
  await ghost.write(bob, 'Not hers to change');
  await signIn(page, ghost, ann);
  await open(page, address);
  const mine = await write(page, 'What I thought');
  await press(mine, 'Edit');
  const form = page.locator('form[data-form^="edit-"]');
  await expect(field(form, 'Comment')).toHaveValue('What I thought');
  await field(form, 'Comment').fill('What I think & why\nnow');
  await press(form, 'Save');
  const changed = comment(page, 'What I think & why');
  await expect(changed).toContainText('Changed.');
  await expect(form).toHaveCount(0);
  expect((await ghost.stored()).map(([html]) => html)).toContain('<p>What I thought</p>');
  await expectAccessible(page);
  await expectSettled(changed);
  await expect(changed.locator('br')).toHaveCount(1);
  const kept = '<p>What I think &amp; why<br />now</p>';
  expect((await ghost.stored()).map(([html]) => html).sort()).toEqual(['<p>Not hers to change</p>', kept]);

  await open(page, address);
  await press(changed, 'Edit');
  await expect(field(form, 'Comment')).toHaveValue('What I think & why\nnow');
  await expect(comment(page, 'Not hers').getByRole('button', { name: /^(Edit|Delete)$/ })).toHaveCount(0);
  await expectAccessible(page);
  await picture(page, 'ghost-edit');
});

test('a member deletes what they wrote here: nothing of it is left but its place above the answers',
  async ({ page, address, ann, bob }) => {
    await signIn(page, ghost, ann);
    await open(page, address);
    const first = await write(page, 'I should not have said that');
    await ghost.write(bob, 'Said what?', { parent_id: (await first.getAttribute('data-comment'))! });
    await write(page, 'Nor this');
    await open(page, address);
    await press(comment(page, 'Nor this'), 'Delete');
    await press(comment(page, 'Nor this'), 'Undo');
    await press(comment(page, 'Nor this'), 'Delete');
    await press(comment(page, 'I should not'), 'Delete');
    await expect(comment(page, 'Nor this')).toHaveCount(0, { timeout: 15_000 });
    await expect(comment(page, 'This comment was deleted.')).toHaveCount(1);
    const left = ['', '> Said what?'];
    expect(await outline(page)).toEqual(left);
    await expect(page.getByRole('heading', { name: 'One comment' })).toBeVisible();
    await expectAccessible(page);
    expect((await ghost.rows(['status'], 'comments order by status')).flat()).toEqual(['deleted', 'deleted', 'published']);
    await open(page, address);
    expect(await outline(page)).toEqual(left);
  });

test.describe('what another member wrote in the same browser', () => {
  test.use({ allowed: /status of 403/ });

  test('Ghost does not let them change, and the comment stays', async ({ page, address, ann, bob }) => {
    await signIn(page, ghost, ann);
    await open(page, address);
    await write(page, 'Mine alone');
    await signIn(page, ghost, bob);
    await open(page, address);
    const hers = comment(page, 'Mine alone');
    await press(hers, 'Delete');
    await expectSettled(hers);
    await expect(hers.locator('.problem')).toHaveText('The site did not accept this: Unable to find member');
    await press(hers, 'Edit');
    const form = page.locator('form[data-form^="edit-"]');
    await field(form, 'Comment').fill('Mine now');
    await press(form, 'Save');
    await expectSettled(comment(page, 'Mine'));
    await expect(comment(page, 'Mine alone').locator('.problem')).toHaveText(
      'The site did not accept this: You do not have permission to edit comments');
    await expect(field(form, 'Comment')).toHaveValue('Mine now');
    expect((await ghost.stored()).map(([html]) => html)).toEqual(['<p>Mine alone</p>']);
  });
});

test('a comment that was deleted leaves its place to the answers', async ({ page, address, ann, bob }) => {
  const gone = await ghost.write(ann, 'I should not have said that');
  const reply = await ghost.write(bob, 'Said what?', { parent_id: gone });
  await ghost.write(ann, 'Nothing', { parent_id: gone, in_reply_to_id: reply });
  await ghost.change(ann, gone, { status: 'deleted' });
  await signIn(page, ghost, bob);
  await open(page, address);
  await expect(comment(page, 'This comment was deleted.')).toHaveCount(1);
  expect(await outline(page)).toEqual(['', '> Said what?', '> > Nothing']);
  await expect(comment(page, 'This comment was deleted.').getByRole('button')).toHaveCount(0);
  await expectAccessible(page);
});

test('hostile comments harm nobody, and a long thread comes page by page', async ({ page, address, bob }) => {
  await ghost.put(bob, [...hostile, ...Array.from({ length: 50 }, (_, index) => `<p>Number ${index + 1}.</p>`)]);
  await open(page, address);
  const comments = page.locator('article.comment');
  await expect(comments).toHaveCount(50);
  await expect(comments.locator('script, style, iframe, svg, math, img, [style], [onerror], [onclick]')).toHaveCount(0);
  const addresses = await comments.locator('a[href]').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(addresses.filter((link) => !/^https?:/.test(link))).toEqual([]);
  await expect(comments.first()).toContainText('& 1 < 2');
  await expect(comment(page, 'never closed').locator('b i').first()).toHaveText('never closed');
  await expect(comments.first().locator('.author')).toHaveText('"><img src=x onerror=alert(1)>');
  await page.getByRole('button', { name: 'Show more comments' }).click();
  await expect(comments).toHaveCount(55);
  await expect(comment(page, 'Number 46.')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Show more comments' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '55 comments' })).toBeVisible();
});

test.describe('from another host', () => {
  test.use({ allowed: /blocked by CORS policy|ERR_FAILED/ });

  test('a member is nobody: cookies do not go there', async ({ page, address, ann }) => {
    await ghost.write(ann, 'For everybody to read');
    await signIn(page, ghost, ann);
    await open(page, address.replace('127.0.0.1', 'localhost'));
    await expect(comment(page, 'For everybody to read')).toBeVisible();
    await expectSignedOut(page);
  });
});

test.describe('where not everybody may comment', () => {
  test.use({ allowed: /status of (403|405)/ });
  test.afterEach(() => ghost.control('comments', 'all'));

  test('comments that were turned off are closed, and a text stays', async ({ page, address, ann }) => {
    await signIn(page, ghost, ann);
    await open(page, address);
    const form = formOf(page);
    await field(form, 'Comment').fill('A moment too late.');
    await ghost.control('comments', 'off');
    await submit(form);
    await expect(summary(form)).toHaveText('Comments are closed now. Your text is still here.');
    await expect(field(form, 'Comment')).toHaveValue('A moment too late.');
    await expectAccessible(page);
    await open(page, address);
    await expect(field(form, 'Comment')).toHaveValue('A moment too late.');
    await form.getByRole('button', { name: 'Discard' }).click();
    await open(page, address);
    await expect(page.getByText('Comments are closed.')).toBeVisible();
    await expect(page.locator('form, .failed')).toHaveCount(0);
    await expectAccessible(page);
    await picture(page, 'ghost-off');
    expect(await ghost.stored()).toEqual([]);
  });

  test('where only those who pay may, the others learn it in Ghost’s words', async ({ page, address, ann }) => {
    await ghost.control('comments', 'paid');
    await signIn(page, ghost, ann);
    await open(page, address);
    const form = formOf(page);
    await field(form, 'Comment').fill('For free?');
    await submit(form);
    await expect(summary(form)).toHaveText('The site did not accept this: You do not have permission to comment on this post.');
    await expect(field(form, 'Comment')).toHaveValue('For free?');
    await expect(comment(page, 'For free?')).toHaveCount(0);
    await expectAccessible(page);
    expect(await ghost.stored()).toEqual([]);
  });
});
