/** @file What WordPress answers: over REST to guests and to those who are logged in, and to its own form. */

import { hostile, hostileNames } from '../hostile.mjs';

const json = { 'content-type': 'application/json' };
const encoded = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };

/** A page of another origin. */
const elsewhere = { origin: 'https://blog.example' };

/** @param {import('../record.mjs').Scene} scene */
export default async ({ env, record, control, script }) => {
  const rest = (route, query = '') => `${env.url}/?rest_route=/wp/v2/${route}${query && `&${query}`}`;
  const list = (name, query, headers = elsewhere) => record(`list.${name}`, { url: rest('comments', query), headers });
  const fields = 'id,parent,author_name,author_url,date_gmt,content,status,author_avatar_urls';
  const ann = { author_name: 'Ann', author_email: 'ann@example.org' };
  const send = (name, body, headers = elsewhere) => record(`create.${name}`, {
    method: 'POST', url: rest('comments'), headers: { ...json, ...headers }, body: JSON.stringify(body),
  });
  const classic = (name, fields, headers = {}, redirect = 'follow') => record(`create.classic-${name}`, {
    method: 'POST', url: `${env.url}/wp-comments-post.php`, headers: { ...encoded, ...headers }, redirect,
    body: new URLSearchParams({ comment_parent: 0, author: 'Eve', email: 'eve@example.org', url: '', ...fields }).toString(),
  });
  const set = (options) => control(`options(json_decode('${JSON.stringify(options)}', true))`);
  const id = ({ body }) => JSON.parse(body).id;

  /** What came since a moment; and that none, or the first there ever was, is no moment. */
  const later = async (post) => {
    const since = (name, moment) => record(`updates.${name}`, {
      url: rest('comments', `post=${post}&after=${moment}&order=asc&per_page=100&_fields=${fields}`), headers: elsewhere,
    });
    const youngest = await control(`get_comments(['post_id' => ${post}, 'number' => 1])[0]->comment_date_gmt`);
    const time = Date.parse(`${youngest.replace(' ', 'T')}Z`);
    const at = (moment) => encodeURIComponent(`${new Date(moment).toISOString().slice(0, 19)}Z`);
    await since('new', at(time - 1000));
    await since('none', at(time));
    await since('all', '2000-01-01T00:00:00Z');
    await since('no-date', '');
    await since('first-date', at(0));
  };

  const guests = async () => {
    const post = await control('post()');
    await list('empty', `post=${post}`);
    await record('create.preflight', {
      method: 'OPTIONS', url: rest('comments'),
      headers: { ...elsewhere, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
    const first = id(await send('ok', {
      post, ...ann, author_url: 'https://ann.example', content: 'A <b>first</b> comment & more.\n\nhttps://a.example/?x=1&y=2\nsecond line',
    }));
    const reply = id(await send('reply', { post, parent: first, author_name: 'Bob', author_email: 'bob@example.org', content: 'A reply' }));
    await send('reply-to-reply', { post, parent: reply, ...ann, content: 'A reply to a reply' });
    await send('duplicate', { post, parent: reply, ...ann, content: 'A reply to a reply' });
    await record('create.form-encoded', {
      method: 'POST', url: rest('comments'), headers: elsewhere,
      body: new URLSearchParams({ post, ...ann, content: 'Encoded as forms are' }),
    });
    await send('unknown-parent', { post, parent: 99999999, ...ann, content: 'To whom?' });

    await list('first', `post=${post}&per_page=100&order=asc`);
    await list('newest', `post=${post}`);
    await list('fields', `post=${post}&_fields=${fields}`);
    await list('page-1', `post=${post}&order=asc&per_page=2&page=1`);
    await list('page-2', `post=${post}&order=asc&per_page=2&page=2`);
    await list('page-3', `post=${post}&order=asc&per_page=2&page=3`);
    await list('past-end', `post=${post}&order=asc&per_page=2&page=99`);
    await list('top-level', `post=${post}&order=asc&parent=0`);
    await list('replies', `post=${post}&order=asc&parent=${first}`);
    await list('no-post', 'post=99999999');
    await list('page-too-large', `post=${post}&per_page=101`);
    await list('held-forbidden', `post=${post}&status=hold`);
    await record('list.pretty', { url: `${env.url}/wp-json/wp/v2/comments?post=${post}&order=asc&per_page=2`, headers: elsewhere });
    await record('count.ok', { url: rest('comments', `post=${post}&per_page=1&_fields=id`), headers: elsewhere });
    await record('count.head', { method: 'HEAD', url: rest('comments', `post=${post}&per_page=1`), headers: elsewhere });
    await record('token.post', { url: rest('posts', 'slug=open-to-comments&_fields=id,link,comment_status'), headers: elsewhere });
    await record('token.no-post', { url: rest('posts', 'slug=never-written&_fields=id,link,comment_status'), headers: elsewhere });

    await later(post);
    await record('recent.ok', {
      url: rest('comments', `per_page=2&_embed=up&_fields=${fields},_links.up,_embedded.up`), headers: elsewhere,
    });

    await set({ permalink_structure: '' });
    await list('plain-permalinks', `post=${post}&order=asc&per_page=2`);
    await set({ permalink_structure: '/%postname%/', show_avatars: 0 });
    await list('no-avatars', `post=${post}&order=asc&per_page=2`);
    await set({ show_avatars: 1 });
  };

  const refused = async () => {
    const post = await control('post()');
    const comment = { post, ...ann };
    await send('invalid-email', { ...comment, author_email: 'nobody', content: 'x' });
    await send('missing-name', { ...comment, author_name: '', content: 'x' });
    await send('missing-email', { post, author_name: 'Ann', content: 'x' });
    await send('empty', { ...comment, content: '' });
    await send('blank', { ...comment, content: ' \n ' });
    await send('closed', { ...comment, post: env.closed, content: 'x' });
    await send('draft', { ...comment, post: await control(`post(['post_status' => 'draft'])`), content: 'x' });
    await send('unknown-post', { ...comment, post: 99999999, content: 'x' });
    await send('no-post', { ...ann, content: 'x' });
    await send('too-long-comment', { ...comment, content: 'x'.repeat(65526) });
    await send('too-long-name', { ...comment, author_name: 'x'.repeat(246), content: 'x' });
    await send('too-long-email', { ...comment, author_email: `${'x'.repeat(89)}@example.org`, content: 'x' });
    await send('too-long-website', { ...comment, author_url: `https://example.org/${'x'.repeat(181)}`, content: 'x' });
    await record('create.bad-json', { method: 'POST', url: rest('comments'), headers: { ...json, ...elsewhere }, body: '{"post":' });
    await set({ require_name_email: 0 });
    await send('anonymous', { post, content: 'Nobody said this' });
    await set({ require_name_email: 1, comment_registration: 1 });
    await send('registration', { ...comment, content: 'x' });
    await set({ comment_registration: 0, afterword_guests: 0 });
    await send('login-required', { ...comment, content: 'x' });
    await set({ afterword_guests: 1 });
  };

  const moderated = async () => {
    const post = await control('post()');
    await set({ comment_moderation: 1 });
    const held = await send('held', { post, ...ann, content: 'Wait for it' });
    await list('held-unseen', `post=${post}`);
    await send('reply-to-held', { post, parent: id(held), ...ann, content: 'A reply to what nobody sees' });
    await classic('held', { comment_post_ID: post, comment: 'Wait for this too' });
    await classic('unapproved-parent', { comment_post_ID: post, comment_parent: id(held), comment: 'x' });
    await set({ comment_moderation: 0, comment_previously_approved: 1 });
    await send('held-first', { post, author_name: 'New', author_email: 'new@example.org', content: 'I am new here' });
    await set({ comment_previously_approved: 0 });
    await send('held-links', { post, ...ann, content: '<a href="https://a.example">a</a> <a href="https://b.example">b</a>' });
    await set({ disallowed_keys: 'casino' });
    await send('trash', { post, ...ann, content: 'The best casino in town' });
    await set({ disallowed_keys: '', afterword_flood: 1 });
    await send('flood', { post, ...ann, content: 'And another' });
    await classic('flood', { comment_post_ID: post, author: 'Ann', email: 'ann@example.org', comment: 'And one by the form' });
    await set({ afterword_flood: 0 });
  };

  const harmful = async (admin) => {
    const post = await control('post()');
    await set({ comment_max_links: 0 });
    for (const [index, content] of hostile.entries()) {
      const comment = { post, author_name: hostileNames[index], author_email: 'eve@example.org', author_url: 'javascript:alert(1)', content };
      await send(`hostile-${index + 1}`, comment);
      await send(`admin-hostile-${index + 1}`, comment, admin);
      const row = { comment_author: hostileNames[index], comment_author_url: 'javascript:alert(1)', comment_content: content };
      await control(`comment(${post}, json_decode(base64_decode('${Buffer.from(JSON.stringify(row)).toString('base64')}'), true))`);
    }
    await set({ comment_max_links: 2 });
    await list('hostile', `post=${post}&per_page=100&order=asc`);
  };

  const members = async (admin, admission) => {
    const post = await control('post()');
    const one = (comment, query) => rest(`comments/${comment}`, query);
    const change = (content) => ({ method: 'PUT', headers: { ...json, ...admin }, body: JSON.stringify({ content }) });
    await record('me.guest', { url: rest('users/me') });
    await record('me.admin', { url: rest('users/me'), headers: admin });
    await record('token.nonce', { url: `${env.url}/wp-admin/admin-ajax.php?action=rest-nonce`, headers: { cookie: admin.cookie } });
    await record('token.guest', { url: `${env.url}/wp-admin/admin-ajax.php?action=rest-nonce` });
    await send('bad-nonce', { post, content: 'x' }, { ...admin, 'x-wp-nonce': '0123456789' });
    await send('bad-nonce-guest', { post, ...ann, content: 'x' }, { 'x-wp-nonce': '0123456789' });
    await send('no-nonce', { post, content: 'x' }, { cookie: admin.cookie });
    const written = id(await send('admin-ok', { post, content: 'The owner was here' }, admin));

    const reader = await admission('reader');
    await record('me.reader', { url: rest('users/me'), headers: reader });
    const own = id(await send('reader-ok', { post, parent: written, content: 'A reader, logged in' }, reader));
    await record('edit.own-forbidden', { ...change('Changed'), url: one(own), headers: { ...json, ...reader } });
    await record('edit.forbidden', { ...change('Changed'), url: one(written), headers: { ...json, ...elsewhere } });
    await record('edit.ok', { ...change('Changed by the <em>owner</em>'), url: one(written) });
    await record('edit.empty', { ...change(''), url: one(written) });
    await record('edit.unknown', { ...change('Changed'), url: one(99999999) });
    await record('remove.forbidden', { method: 'DELETE', url: one(written), headers: elsewhere });
    await record('remove.own-forbidden', { method: 'DELETE', url: one(own), headers: reader });
    await record('remove.ok', { method: 'DELETE', url: one(written), headers: admin });
    await list('parent-removed', `post=${post}`);
    await record('remove.again', { method: 'DELETE', url: one(written), headers: admin });
    await record('remove.forced', { method: 'DELETE', url: one(own, 'force=true'), headers: admin });
    await record('remove.unknown', { method: 'DELETE', url: one(99999999), headers: admin });
  };

  const form = async () => {
    const post = await control('post()');
    const fields = { comment_post_ID: post, comment: 'By the form' };
    await classic('ok', fields);
    await classic('duplicate', fields);
    await classic('redirect', { ...fields, comment: 'Not followed', 'wp-comment-cookies-consent': 'yes' }, {}, 'manual');
    await classic('closed', { ...fields, comment_post_ID: env.closed });
    await classic('invalid-email', { ...fields, email: 'nobody' });
    await classic('missing-name', { ...fields, author: '' });
    await classic('missing-name-page', { ...fields, author: '' }, { accept: '*/*' });
    await classic('empty', { ...fields, comment: '' });
    await classic('too-long', { ...fields, comment: 'x'.repeat(65526) });
    await classic('no-post', { ...fields, comment_post_ID: 99999999 });
    await classic('unknown-parent', { ...fields, comment_parent: 99999999, comment: 'To whom?' });
    await set({ comment_registration: 1 });
    await classic('registration', { ...fields, comment: 'x' });
    await set({ comment_registration: 0 });
    await record('create.classic-get', { url: `${env.url}/wp-comments-post.php` });
  };

  const broken = async () => {
    const comment = { post: env.post, ...ann, content: 'x' };
    await set({ afterword_rest: 'no-route' });
    await list('rest-off', `post=${env.post}`);
    await send('rest-off', comment);
    await set({ afterword_rest: 'login' });
    await list('rest-login', `post=${env.post}`);
    await set({ afterword_rest: 'page' });
    await list('rest-page', `post=${env.post}`);
    await send('rest-page', comment);
    await set({ afterword_rest: 'on' });
    await script('database', 'stop');
    try {
      await list('server-error', `post=${env.post}`);
      await send('server-error', comment);
      await classic('server-error', { comment_post_ID: env.post, comment: 'x' });
    } finally {
      await script('database', 'start');
    }
  };

  const admission = async (name) => {
    const { cookie, nonce } = await control(`session('${name}')`);
    return { cookie, 'x-wp-nonce': nonce };
  };
  await control('defaults()');
  try {
    await control(`username_exists('reader') ?: wp_create_user('reader', 'reader-password', 'reader@example.org')`);
    const admin = await admission('admin');
    await guests();
    await refused();
    await moderated();
    await harmful(admin);
    await members(admin, admission);
    await form();
    await broken();
  } finally {
    await control('defaults()');
  }
};
