/** @file What Ghost answers to visitors and members about comments, and to those who subscribe. */

import { randomBytes } from 'node:crypto';
import { hostile, hostileNames } from '../hostile.mjs';

/** A page of Ghost's own host, at another port: the only one that may send a member's cookies. */
const near = { origin: 'http://127.0.0.1:8080' };
const far = { origin: 'https://blog.example' };
const json = { 'content-type': 'application/json' };
const unknown = '64f000000000000000000000';

/** @param {import('../record.mjs').Scene} scene */
export default async ({ env, record, control, script }) => {
  const api = (path) => `${env.url}/members/api/${path}`;
  const list = (name, path, headers = near) => record(`list.${name}`, { url: api(`comments/${path}`), headers });
  const write = (name, method, path, body, headers) => record(name, {
    method, url: api(path), headers: { ...json, ...near, ...headers }, body: JSON.stringify(body),
  });
  const send = (name, fields, member, headers) =>
    write(`create.${name}`, 'POST', 'comments/', { comments: [{ post_id: env.post, ...fields }] }, { ...member, ...headers });
  const change = (name, comment, fields, member) => write(name, 'PUT', `comments/${comment}/`, { comments: [fields] }, member);
  const act = (name, comment, verb, member, method = 'POST') =>
    record(name, { method, url: api(`comments/${comment}/${verb}`), headers: { ...near, ...member } });
  const id = ({ body }) => JSON.parse(body).comments[0].id;
  const page = `post/${env.post}/`;

  /** Ghost counts seconds; a minute between any two, as their ids go, makes the order certain. */
  const apart = () => control('query', `set @n = 0;
    update comments set created_at = '2026-11-01 10:00:00' + interval (@n := @n + 1) minute order by id`);

  const visitors = async () => {
    await list('empty', `post/${env.empty}/?limit=20&order=created_at%20desc`);
    await list('unknown-post', `post/${unknown}/?limit=20`);
    await list('elsewhere', `${page}?limit=20`, far);
    const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
    await record('create.preflight', { method: 'OPTIONS', url: api('comments/'), headers: { ...near, ...asked } });
    await record('create.preflight-elsewhere', { method: 'OPTIONS', url: api('comments/'), headers: { ...far, ...asked } });
    await record('me.signed-out', { url: api('member/'), headers: near });
    await send('login-required', { html: '<p>Let me in</p>' });
  };

  const comments = async (ann, bob, eve) => {
    await record('me.signed-in', { url: api('member/'), headers: { ...near, ...ann } });
    const first = id(await send('ok', {
      html: '<p>A first comment &amp; more.</p><p>https://a.example/?x=1&amp;y=2<br>second line</p><blockquote>quoted</blockquote>',
    }, ann));
    const reply = id(await send('reply', { parent_id: first, html: '<p>A reply</p>' }, bob));
    const deep = id(await send('reply-to-reply', { parent_id: first, in_reply_to_id: reply, html: '<p>A reply to a reply</p>' }, ann));
    await send('reply-to-gone', { parent_id: first, in_reply_to_id: unknown, html: '<p>A reply to what is gone</p>' }, ann);
    await send('again', { parent_id: first, html: '<p>A reply</p>' }, bob);
    await send('no-name', { parent_id: first, html: '<p>My name is not here</p>' }, await member('nameless@example.org'));
    await send('text', { html: 'No paragraph & 1 < 2\n\nand none here' }, bob);
    for (const [index, html] of hostile.entries()) await send(`hostile-${index + 1}`, { html }, eve);

    await send('nested-parent', { parent_id: reply, html: '<p>Too deep</p>' }, ann);
    await send('empty', { html: '' }, ann);
    await send('blank', { html: '<p> </p><p></p>' }, ann);
    await send('stripped', { html: '<script>alert(1)</script>' }, ann);
    await send('missing-post', { post_id: undefined, html: '<p>x</p>' }, ann);
    await send('unknown-post', { post_id: unknown, html: '<p>x</p>' }, ann);
    await send('unknown-parent', { parent_id: unknown, html: '<p>x</p>' }, ann);
    await record('create.bad-json', { method: 'POST', url: api('comments/'), headers: { ...json, ...near, ...ann }, body: '{"comments":' });
    await send('elsewhere', { html: '<p>Cookies do not come from there</p>' }, undefined, far);

    await apart();
    await list('first', `${page}?limit=20&order=created_at%20desc`);
    await list('signed-in', `${page}?limit=20&order=created_at%20desc`, { ...near, ...ann });
    await list('oldest', `${page}?limit=2&page=1&order=created_at%20asc`);
    await list('second', `${page}?limit=2&page=2&order=created_at%20asc`);
    await list('past-end', `${page}?limit=2&page=99&order=created_at%20asc`);
    await list('best', `${page}?limit=2&order=count__likes%20desc,%20created_at%20desc`);
    await list('replies', `${first}/replies/?limit=20`);
    await list('replies-second', `${first}/replies/?limit=2&page=2`);
    await list('one', `${first}/`);
    await list('encoded', `${page}?limit=2&order=${encodeURIComponent('count__likes desc, created_at desc')}`);
    const updates = { url: api(`comments/${page}?limit=50&order=created_at%20desc`), headers: near };
    const { headers } = await record('updates.ok', updates);
    // Fetch asks for "no-cache" with it unless told otherwise, and then Ghost answers in full.
    const known = { 'if-none-match': headers.get('etag'), 'cache-control': 'max-age=0' };
    await record('updates.none', { ...updates, headers: { ...near, ...known } });
    await record('recent.ok', { url: api('comments/?limit=2&order=created_at%20desc&include=post,member'), headers: near });
    await record('count.ok', { url: api(`comments/counts/?ids=${env.post}`), headers: near });
    await record('count.several', { url: api(`comments/counts/?ids=${env.post},${env.empty}`), headers: near });

    await act('vote.ok', first, 'like/', bob);
    await act('vote.again', first, 'like/', bob);
    await list('liked', `${page}?limit=2&order=created_at%20asc`, { ...near, ...bob });
    await act('vote.undo', first, 'like/', bob, 'DELETE');
    await act('vote.undo-again', first, 'like/', bob, 'DELETE');
    await act('vote.down', first, 'dislike/', bob);
    await act('vote.login-required', first, 'like/');
    await act('vote.unknown', unknown, 'like/', bob);
    await act('report.ok', first, 'report/', bob);
    await act('report.again', first, 'report/', bob);
    await act('report.login-required', first, 'report/');
    await act('report.unknown', unknown, 'report/', bob);

    await change('edit.ok', first, { html: '<p>Changed, <b>really</b></p>' }, ann);
    await change('edit.forbidden', first, { html: '<p>Mine now</p>' }, bob);
    await change('edit.login-required', first, { html: '<p>Mine now</p>' });
    await change('edit.empty', first, { html: '' }, ann);
    await change('edit.unknown', unknown, { html: '<p>x</p>' }, ann);
    await change('remove.forbidden', first, { status: 'deleted' }, bob);
    await act('remove.method', first, '', ann, 'DELETE');
    await change('remove.ok', first, { status: 'deleted' }, ann);
    await change('remove.again', first, { status: 'deleted' }, ann);
    await change('remove.reply', deep, { status: 'deleted' }, ann);
    await change('remove.unknown', unknown, { status: 'deleted' }, ann);
    await list('removed', `${page}?limit=2&order=created_at%20asc`);
    await send('removed-parent', { parent_id: first, html: '<p>Is anybody there?</p>' }, bob);
  };

  /** What a database may hold that Ghost did not write, as after an import. */
  const imported = async () => {
    await control('clear');
    for (const [index, text] of hostile.entries()) {
      const html = `convert(unhex('${Buffer.from(text).toString('hex')}') using utf8mb4)`;
      await control('query', `insert into comments (id, post_id, member_id, status, html, created_at, updated_at)
        select '${randomBytes(12).toString('hex')}', '${env.post}', id, 'published', ${html},
          '2026-11-01 10:0${index}:00', '2026-11-01 10:0${index}:00' from members where email = 'eve@example.org'`);
    }
    await list('hostile', `${page}?limit=20&order=created_at%20asc`);
  };

  const refused = async (ann) => {
    await control('comments', 'off');
    await send('off', { html: '<p>x</p>' }, ann);
    await list('off', `${page}?limit=20`);
    await control('comments', 'paid');
    await send('paid-only', { html: '<p>x</p>' }, ann);
    await control('comments', 'all');
  };

  const subscribe = (name, fields, headers) => write(`subscribe.${name}`, 'POST', 'send-magic-link/', fields, headers);
  const subscribers = async () => {
    const { body: integrityToken } = await record('token.ok', { url: api('integrity-token/'), headers: near });
    const fan = { email: 'fan@example.org', emailType: 'subscribe', integrityToken };
    await subscribe('ok', { ...fan, name: 'Fan' });
    await subscribe('elsewhere', fan, far);
    await subscribe('no-token', { ...fan, integrityToken: undefined });
    await subscribe('bad-token', { ...fan, integrityToken: 'nope' });
    await subscribe('invalid-email', { ...fan, email: 'nope' });
    await subscribe('missing-email', { ...fan, email: undefined });
    await subscribe('honeypot', { ...fan, email: 'bot@example.org', honeypot: 'x' });
    await control('limits');
    await subscribe('member', { ...fan, email: 'ann@example.org', emailType: 'signup' });
    await subscribe('sign-in', { ...fan, email: 'ann@example.org', emailType: 'signin' });
    await subscribe('sign-in-unknown', { ...fan, emailType: 'signin' });
    await subscribe('code', { ...fan, email: 'ann@example.org', emailType: 'signin', includeOTC: true });
    await record('subscribe.bad-json', { method: 'POST', url: api('send-magic-link/'), headers: { ...json, ...near }, body: '{"email":' });
    await control('signup', 'invite');
    await subscribe('invite-only', fan);
    await control('signup', 'all');

    const { body: token } = await record('token.again', { url: api('integrity-token/'), headers: far });
    const once = () => fetch(api('send-magic-link/'), {
      method: 'POST', headers: { ...json, ...near }, body: JSON.stringify({ ...fan, integrityToken: token }),
    });
    for (let tries = 0; tries < 20 && (await once()).status !== 429; ++tries);
    await subscribe('flood', { ...fan, integrityToken: token });
    await control('limits');
  };

  const broken = async () => {
    const integrityToken = await (await fetch(api('integrity-token/'))).text();
    await script('database', 'stop');
    try {
      await list('server-error', `${page}?limit=20`);
      await subscribe('server-error', { email: 'fan@example.org', emailType: 'subscribe', integrityToken });
    } finally {
      await script('database', 'start');
    }
  };

  const member = (email, name = '') => control('member', email, name);
  await control('clear');
  try {
    const ann = await member('ann@example.org', 'Ann');
    await visitors();
    await comments(ann, await member('bob@example.org', 'Bob'), await member('eve@example.org', hostileNames[0]));
    await refused(ann);
    await imported();
    await subscribers();
    await broken();
  } finally {
    await control('clear');
  }
};
