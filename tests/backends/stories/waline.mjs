/** @file What Waline answers to guests, to readers and the owner who are logged in, and under its owner's options. */

import { hostile, hostileNames } from '../hostile.mjs';

/** A page of another origin, as a browser sends it. */
const elsewhere = {
  origin: 'https://blog.example',
  referer: 'https://blog.example/',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
};
const json = { 'content-type': 'application/json', ...elsewhere };
const bearer = (token) => ({ authorization: `Bearer ${token}` });

/** A text within SQL. */
const quoted = (text) => (text === null ? 'null' : `convert(unhex('${Buffer.from(text).toString('hex')}') using utf8mb4)`);

/** @param {import('../record.mjs').Scene} scene */
export default async ({ env, record, control, script }) => {
  const api = (path, query = {}) => `${env.url}/api/${path}?${new URLSearchParams({ ...query, lang: 'en-US' })}`;
  const list = (name, query, headers = elsewhere) => record(`list.${name}`, { url: api('comment', query), headers });
  const write = (name, method, path, body, headers = {}) => record(name, {
    method, url: api(path), headers: { ...json, ...headers }, body: JSON.stringify(body),
  });
  const ann = { nick: 'Ann', mail: 'ann@example.org', link: 'https://ann.example' };
  const send = (name, fields, headers) => write(`create.${name}`, 'POST', 'comment', {
    ...ann, url: env.post, ua: elsewhere['user-agent'], ...fields,
  }, headers);
  const vote = (name, id, like) => write(`vote.${name}`, 'PUT', `comment/${id}`, { like });
  const id = ({ body }) => JSON.parse(body).data.objectId;
  const options = (...words) => control('options', ...words);
  /** Waline counts seconds; a minute between any two makes the order certain. */
  const apart = () => control('query', "update wl_Comment set insertedAt = '2026-11-01 10:00:00' + interval id minute");

  const guests = async () => {
    await list('empty', { path: env.post, page: 1, pageSize: 10 });
    await record('create.preflight', {
      method: 'OPTIONS', url: api('comment'),
      headers: { ...elsewhere, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
    const first = id(await send('ok', {
      comment: 'A **first** comment & more.\n\nhttps://a.example/?x=1&y=2\nsecond line `code` ~~no~~\n\n- one\n- two\n\n> quoted',
    }));
    const reply = id(await send('reply', { nick: 'Bob', mail: 'bob@example.org', link: '', comment: 'A reply', pid: first, rid: first, at: 'Ann' }));
    await send('deep-reply', { comment: 'A reply to a reply', pid: reply, rid: first, at: 'Bob' });
    await send('duplicate', { comment: 'A reply to a reply', pid: reply, rid: first, at: 'Bob' });
    await record('create.form-encoded', {
      method: 'POST', url: api('comment'), headers: elsewhere,
      body: new URLSearchParams({ ...ann, url: env.post, comment: 'Encoded as forms are' }),
    });
    await send('anonymous', { nick: undefined, mail: undefined, link: undefined, comment: 'Nobody said this' });
    await send('invalid-email', { mail: 'nobody', comment: 'Who?' });
    await send('hostile-link', { link: 'javascript:alert(1)', nick: hostileNames[0], comment: hostile[0] });
    await apart();
    await list('first', { path: env.post, page: 1, pageSize: 10, sortBy: 'insertedAt_desc' });
    await list('oldest', { path: env.post, page: 1, pageSize: 2, sortBy: 'insertedAt_asc' });
    await list('second', { path: env.post, page: 2, pageSize: 2, sortBy: 'insertedAt_asc' });
    await list('past-end', { path: env.post, page: 99, pageSize: 2 });
    await list('no-path', {});
    await list('page-too-large', { path: env.post, page: 1, pageSize: 101 });

    await vote('ok', first, true);
    await vote('again', first, true);
    await list('liked', { path: env.post, page: 1, pageSize: 2, sortBy: 'like_desc' });
    await vote('unlike', first, false);
    await vote('unknown', 9999, true);
    await vote('not-boolean', first, 'yes');
    await record('count.ok', { url: api('comment', { type: 'count', url: env.post }), headers: elsewhere });
    await record('count.several', { url: api('comment', { type: 'count', url: `${env.post},/none` }), headers: elsewhere });
    await record('count.unencoded', { url: `${env.url}/api/comment?type=count&url=${env.post},/none&lang=en-US`, headers: elsewhere });
    await record('updates.ok', { url: api('comment', { path: env.post, page: 1, pageSize: 50, sortBy: 'insertedAt_desc' }), headers: elsewhere });
    await record('recent.ok', { url: api('comment', { type: 'recent', count: 5 }), headers: elsewhere });
    await record('recent.too-many', { url: api('comment', { type: 'recent', count: 51 }), headers: elsewhere });
    await write('edit.login-required', 'PUT', `comment/${first}`, { comment: 'Changed' });
    await record('remove.forbidden', { method: 'DELETE', url: api(`comment/${first}`), headers: elsewhere });
  };

  const refused = async () => {
    await send('missing-comment', { comment: undefined });
    await send('empty', { comment: '' });
    await send('blank', { comment: ' \n ' });
    await send('missing-url', { url: undefined, comment: 'x' });
    await send('unknown-parent', { comment: 'To whom?', pid: 9999, rid: 9999 });
    await send('too-long-name', { nick: 'x'.repeat(256), comment: 'y' }); // so is a comment: the answer brings all of it back
    await record('create.bad-json', { method: 'POST', url: api('comment'), headers: json, body: '{"comment":' });
  };

  const harmful = async () => {
    const path = '/hostile';
    for (const [index, comment] of hostile.entries()) {
      await send(`hostile-${index + 1}`, { url: path, nick: hostileNames[index], link: 'javascript:alert(1)', comment });
    }
    // What a database may hold that the server did not write: imported, older than a rule, or of a parent that is gone.
    const rows = [
      ['<form action=//evil.example><button>Go</button></form><iframe srcdoc="<script>alert(1)</script>"></iframe>', null, null, null, null],
      ['![x](javascript:alert(1)) [y](data:text/html,<script>alert(1)</script>) <p style="position:fixed;inset:0">over all</p>',
        '<script>alert(1)</script>', '" onclick="alert(1)', null, null],
      ['$\\href{javascript:alert(1)}{x}$', 'TeX', 'http://[', null, null],
      ['```html"><img src=x onerror=alert(1)>\n</code></pre><img src=x onerror=alert(1)>\n```', 'Code', '', null, null],
      ['A reply to what is gone', '\u202Ereversed', '//evil.example', 9999, 1],
      ['A reply to nobody', 'Nobody', 'data:text/html,x', null, 1],
    ];
    for (const [comment, nick, link, pid, root] of rows) {
      await control('query', `insert into wl_Comment (url, status, ua, comment, nick, link, pid, rid) select '${path}', 'approved', '<b>',
        ${quoted(comment)}, ${quoted(nick)}, ${quoted(link)}, ${pid}, ${root && `(select min(id) from wl_Comment where url = '${path}')`}`);
    }
    await apart();
    await list('hostile', { path, page: 1, pageSize: 100, sortBy: 'insertedAt_asc' });
  };

  const registered = async (name) => {
    const account = { email: `${name}@example.org`, password: `${name}-password` };
    await fetch(api('user'), { method: 'POST', headers: json, body: JSON.stringify({ ...account, display_name: name, url: '' }) });
    return account;
  };

  /** Those who log in; gives the tokens of the owner and of a reader. The first who registers owns the site. */
  const members = async () => {
    const login = async (name, account) => JSON.parse((await write(`token.${name}`, 'POST', 'token', account)).body).data?.token;
    const owner = bearer(await login('owner', await registered('owner')));
    const account = await registered('reader');
    const reader = bearer(await login('reader', account));
    await login('wrong-password', { ...account, password: 'no' });
    for (const [name, headers] of Object.entries({ guest: {}, owner, reader, 'bad-token': bearer('x.y.z') })) {
      await record(`me.${name}`, { url: api('token'), headers: { ...elsewhere, ...headers } });
    }
    await record('me.users', { url: api('user', { pageSize: 2 }), headers: elsewhere });

    const page = { url: '/members' };
    const written = id(await send('owner-ok', { ...page, comment: 'The owner was here' }, owner));
    const own = id(await send('reader-ok', { ...page, comment: 'A reader, logged in', pid: written, rid: written, at: 'owner' }, reader));
    const others = id(await send('guest-ok', { ...page, comment: 'Nobody owns this' }));
    await apart();
    await list('members', { path: page.url, page: 1, pageSize: 10 });
    await list('members-owner', { path: page.url, page: 1, pageSize: 10 }, { ...elsewhere, ...owner });
    const change = (name, comment, headers) => write(`edit.${name}`, 'PUT', `comment/${comment}`, { comment: 'Changed, **really**' }, headers);
    await change('ok', own, reader);
    await change('forbidden', written, reader);
    await change('owner-ok', others, owner);
    await change('unknown', 9999, owner);
    const remove = (name, comment, headers) => record(`remove.${name}`, {
      method: 'DELETE', url: api(`comment/${comment}`), headers: { ...elsewhere, ...headers },
    });
    await remove('others-forbidden', others, reader);
    await remove('ok', own, reader);
    await remove('again', own, reader);
    await remove('owner-ok', others, owner);
    return reader;
  };

  const strict = async (reader) => {
    await options('COMMENT_AUDIT=true');
    await send('held', { url: '/held', comment: 'Wait for it' });
    await send('held-reader', { url: '/held', comment: 'Wait for me' }, reader);
    await list('held-unseen', { path: '/held', page: 1, pageSize: 10 });
    await list('held-own', { path: '/held', page: 1, pageSize: 10 }, { ...elsewhere, ...reader });

    await options('FORBIDDEN_WORDS=casino', 'SECURE_DOMAINS=blog.example');
    await send('forbidden-word', { url: '/held', comment: 'The best casino in town' });
    const evil = { origin: 'https://evil.example', referer: 'https://evil.example/' };
    await send('forbidden-domain', { comment: 'From afar' }, evil);
    await list('forbidden-domain', { path: env.post, page: 1, pageSize: 10 }, evil);
    await record('list.no-referrer', { url: api('comment', { path: env.post, page: 1, pageSize: 10 }) });

    await apart();
    await options('IPQPS=60');
    await send('before-flood', { comment: 'One' });
    await send('flood', { comment: 'And another' });

    await options('LOGIN=force');
    await send('login-required', { comment: 'Let me in' });
    await list('login-required', { path: env.post, page: 1, pageSize: 1 });

    await options('TURNSTILE_SECRET=secret');
    await send('captcha', { comment: 'I am no robot' });
  };

  const broken = async () => {
    await options();
    await script('database', 'stop');
    try {
      await list('server-error', { path: env.post, page: 1, pageSize: 10 });
      await send('server-error', { comment: 'Into the void' });
    } finally {
      await script('database', 'start');
    }
  };

  await options();
  await control('clear');
  try {
    await guests();
    await refused();
    await harmful();
    await strict(await members());
    await broken();
  } finally {
    await options();
    await control('clear');
  }
};
