/** @file What Waline does not take, or not at once: the reader is told what is true, and the text stays. */

import {
  comment, expect, expectAccessible, field, fillIn, formOf, open, outline, picture, replyTo, send, submit, summary, takeBack,
} from './site.ts';
import { again, restore, stored, test, waline, write } from './waline.ts';

test.afterAll(restore);

test('what was said already is refused, and stands there once', async ({ page, address }) => {
  await open(page, address);
  await fillIn(formOf(page), 'Once.');
  await send(page, formOf(page), 'Once.');
  await again(page);
  await fillIn(formOf(page), 'Once.');
  await submit(formOf(page));
  await expect(summary(formOf(page))).toContainText('This comment was posted already.');
  await expect(field(formOf(page), 'Comment')).toHaveValue('Once.');
  await expect(comment(page, 'Once.')).toHaveCount(1);
  expect(await stored()).toHaveLength(1);
});

test.describe('where the server falters', () => {
  test.use({ allowed: /status of 500/ });

  test('an answer to what is gone: stored all the same, and nothing untrue is said of it', async ({ page, address }) => {
    const root = await write({ comment: 'I stay' });
    const gone = await write({ nick: 'Bob', comment: 'I go', pid: root, rid: root, at: 'Ann' });
    await open(page, address);
    const reply = await replyTo(page, 'I go');
    await waline.control('query', `delete from wl_Comment where id = ${gone}`);
    await fillIn(reply, 'Are you there?');
    await submit(reply);
    await expect(summary(reply)).toHaveText('The comment you are answering is gone. Your text is still here.');
    await expect(field(reply, 'Comment')).toHaveValue('Are you there?');
    expect(await stored()).toEqual([['I stay', null, null, 'approved'], ['Are you there?', gone, root, 'approved']]);
    // Whoever does not believe it and sends it again is told that it is there.
    await submit(reply);
    await expect(summary(reply)).toContainText('This comment was posted already.');
    await again(page);
    expect(await outline(page)).toEqual(['I stay', '> Are you there?']);
  });

  test('an answer to a thread that is gone can be posted as a comment of its own, in other words', async ({ page, address }) => {
    const gone = await write({ comment: 'I go' });
    await open(page, address);
    const reply = await replyTo(page, 'I go');
    await waline.control('query', `delete from wl_Comment where id = ${gone}`);
    await fillIn(reply, 'Are you there?');
    await submit(reply);
    await expect(summary(reply)).toHaveText('The comment you are answering is gone. Your text is still here.');
    await fillIn(formOf(page), 'Are you there?');
    await submit(formOf(page));
    await expect(summary(formOf(page))).toContainText('This comment was posted already.');
    await fillIn(formOf(page), 'Is anybody there?');
    await send(page, formOf(page), 'Is anybody there?');
    await again(page);
    expect(await outline(page)).toEqual(['Is anybody there?']);
  });

  test('without its database a text stays, and is posted once that is back', async ({ page, address }) => {
    await open(page, address);
    const form = formOf(page);
    await fillIn(form, 'Into the void.');
    await waline.withoutDatabase(async () => {
      await submit(form);
      await takeBack(page, form, 'Into the void.', 'The site is busy. Your text is still here; please try again.');
    });
    await send(page, form, 'Into the void.');
    expect(await stored()).toEqual([['Into the void.', null, null, 'approved']]);
  });
});

test.describe('where the owner is careful', () => {
  test.use({ options: ['COMMENT_AUDIT=true', 'FORBIDDEN_WORDS=casino', 'IPQPS=4'] });

  test('a comment that is held says so, and nobody else sees it', async ({ page, address }) => {
    await open(page, address);
    await fillIn(formOf(page), 'Wait for it.');
    const held = await send(page, formOf(page), 'Wait for it.');
    await expect(held).toContainText('Your comment is awaiting moderation.');
    await expectAccessible(page);
    await picture(page, 'waline-held');
    await again(page);
    await expect(page.getByText('No comments yet.')).toBeVisible();
    await waline.control('query', "update wl_Comment set status = 'approved'");
    await again(page);
    await expect(held).not.toContainText('moderation');
  });

  test('a forbidden word makes it spam: the reader is told, and keeps the text', async ({ page, address }) => {
    await open(page, address);
    const form = formOf(page);
    await fillIn(form, 'The best casino in town.');
    await submit(form);
    await expect(summary(form)).toHaveText('The site took this for spam. Your text is still here.');
    await expect(field(form, 'Comment')).toHaveValue('The best casino in town.');
    await expect(comment(page, 'casino')).toHaveCount(0);
    expect(await stored()).toEqual([['The best casino in town.', null, null, 'spam']]);
  });

  test('who is too fast is told for how long, and is let in then', async ({ page, address }) => {
    await page.clock.install();
    await open(page, address);
    const form = formOf(page);
    await fillIn(form, 'Too soon.');
    await write({ comment: 'From the same house.' });
    await submit(form);
    const outlook = form.locator('.outlook');
    await expect(outlook).toHaveText(/^You can post this in (60|5\d) seconds\.$/);
    await expect(field(form, 'Comment')).toHaveValue('Too soon.');
    await expectAccessible(page);
    await picture(page, 'waline-flood');
    await page.clock.runFor(30_000);
    await expect(outlook).toHaveText(/^You can post this in [23]\d seconds\.$/);
    await page.clock.runFor(31_000);
    await expect(outlook).toBeEmpty();
    await expect.poll(() => waline.rows(['count(*)'], 'wl_Comment where insertedAt > utc_timestamp() - interval 5 second')).toEqual([[0]]);
    await send(page, form, 'Too soon.');
    expect(await stored()).toHaveLength(2);
  });
});

test.describe('where not everybody may comment', () => {
  test.use({ options: ['LOGIN=force', 'SECURE_DOMAINS=blog.example'], allowed: /status of (401|403)/ });

  test('who has to log in is told so, and keeps the text', async ({ page, address }) => {
    await open(page, address);
    const form = formOf(page);
    await fillIn(form, 'Let me in.');
    await submit(form);
    await expect(summary(form)).toHaveText('Please log in, and post again. Your text is still here.');
    await expect(field(form, 'Comment')).toHaveValue('Let me in.');
    await expectAccessible(page);
    expect(await stored()).toEqual([]);
  });

  test('on a page of a domain that is not allowed the reader learns it, and keeps the text', async ({ page, address }) => {
    await open(page, address.replace('127.0.0.1', 'fair.localhost')); // Waline always allows 127.0.0.1
    await expect(page.locator('.failed')).toContainText('The comments could not be loaded. Forbidden');
    const form = formOf(page);
    await fillIn(form, 'From afar.');
    await submit(form);
    await expect(summary(form)).toHaveText('The site did not accept this: Forbidden');
    await expect(field(form, 'Comment')).toHaveValue('From afar.');
    await expectAccessible(page);
    await picture(page, 'waline-not-allowed');
    expect(await stored()).toEqual([]);
  });
});
