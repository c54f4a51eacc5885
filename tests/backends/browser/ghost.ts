/** @file Ghost, its members, and what they and its owner do without a browser. */

import type { Page } from '../../browser/fixtures.ts';
import { Backend, quoted } from './backend.ts';

/** Somebody who is signed in, by the link that came by mail. */
export interface Member {
  readonly email: string;
  readonly cookie: string;
}

export class Ghost extends Backend {
  constructor() {
    super('ghost');
  }

  /** The post that the tests write about. */
  get post(): string {
    return this.env['post']!;
  }

  /** Signs up, or in. */
  async member(email: string, name: string): Promise<Member> {
    return { email, ...(JSON.parse(await this.control('member', email, name)) as { cookie: string }) };
  }

  /** What a member writes as any program of Ghost's own host might. Resolves with the comment's id. */
  async write({ cookie }: Member, text: string, under: { parent_id?: string; in_reply_to_id?: string } = {}): Promise<string> {
    const response = await fetch(`${this.url}/members/api/comments/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url, cookie },
      body: JSON.stringify({ comments: [{ post_id: this.post, html: `<p>${text}</p>`, ...under }] }),
    });
    const { comments } = (await response.json()) as { comments: { id: string }[] };
    return comments[0]!.id;
  }

  /** What a member does to one of their own: `fields` is what changes. */
  async change({ cookie }: Member, id: string, fields: object): Promise<void> {
    const response = await fetch(`${this.url}/members/api/comments/${id}/`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', origin: this.url, cookie },
      body: JSON.stringify({ comments: [fields] }),
    });
    if (!response.ok) throw Error(await response.text());
  }

  /** Straight into the table: `member` likes what says `text`. */
  async like({ email }: Member, text: string): Promise<void> {
    await this.control('query', `insert into comment_likes (id, comment_id, member_id, created_at, updated_at)
      select substr(md5(uuid()), 1, 24), comments.id, members.id, now(), now() from comments, members
      where html = ${quoted(`<p>${text}</p>`)} and email = '${email}'`);
  }

  /** Straight into the table, as after an import: `texts` by a member, a minute apart. */
  async put({ email }: Member, texts: string[]): Promise<void> {
    const rows = texts.map((text, index) => `select ${index} n, ${quoted(text)} html`).join(' union all ');
    await this.control('query', `insert into comments (id, post_id, member_id, status, html, created_at, updated_at)
      select substr(md5(uuid()), 1, 24), '${this.post}', members.id, 'published', texts.html,
        '2026-11-01 10:00:00' + interval n minute, '2026-11-01 10:00:00' from (${rows}) texts, members where email = '${email}'`);
  }

  /** All that is in the table, oldest first: what, the text that it stands under, and the one that it answers. */
  stored(): Promise<unknown[][]> {
    return this.rows(['comments.html', 'root.html', 'answered.html'], `comments left join comments root on root.id = comments.parent_id
      left join comments answered on answered.id = comments.in_reply_to_id order by comments.created_at, comments.id`);
  }
}

/** The tag for its comments. */
export const tagOf = ({ url, post }: Ghost): string =>
  `<script async src="/afterword.js" data-recipe="ghost" data-backend="${url}" data-page="${post}"></script>`;

/** As if `member` had followed the link of the mail in this browser. */
export const signIn = (page: Page, { url }: Ghost, member: Member): Promise<void> =>
  page.context().addCookies(member.cookie.split('; ').map((cookie) => {
    const [, name, value] = /^(.*?)=(.*)$/.exec(cookie)!;
    return { name: name!, value: value!, url, httpOnly: true, sameSite: 'Lax' };
  }));
