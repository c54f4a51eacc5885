/** @file A post for each test, and the page with the widget for it. */

import { field, formOf, open, submit, test as base, type Locator, type Page } from '../../browser/fixtures.ts';
import { Front } from '../../browser/front.ts';
import { Server } from '../../browser/server.ts';
import { control, env, php, type Row } from './wordpress.ts';

/** What a project chooses. */
export interface Options {
  /** Whether the page is of another origin than WordPress. */
  elsewhere: boolean;
}

interface Site extends Options {
  /** The address of a page with the widget for a post. */
  addressOf: (post: number) => string;
}

/** A post, and what its owner can do and see without a browser. */
export class Post {
  readonly id: number;
  #switched = false;

  constructor(id: number) {
    this.id = id;
  }

  /** Switches options of the site, until the test ends. */
  async set(options: Record<string, unknown>): Promise<void> {
    this.#switched = true;
    await control(`options(${php(options)})`);
  }

  /** Puts comments into the database, each as it is; resolves with their ids. `parent` is an index among them. */
  add(...comments: (Partial<Row> & { parent?: number })[]): Promise<number[]> {
    return control(`array_reduce(${php(comments)}, fn($ids, $row) => [...$ids, comment(${this.id},
      ['comment_parent' => isset($row['parent']) ? $ids[$row['parent']] : 0] + $row)], [])`);
  }

  /** Its comments in the database, oldest first, whatever a browser shows. */
  comments(): Promise<Row[]> {
    return control(`comments(${this.id})`);
  }

  /** Takes no comments any more. */
  async close(): Promise<void> {
    await control(`wp_update_post(['ID' => ${this.id}, 'comment_status' => 'closed'])`);
  }

  /** As if nobody had written anything, here or on any other post, in the last `seconds`. */
  async age(seconds: number): Promise<void> {
    await control(`$GLOBALS['wpdb']->query('UPDATE wp_comments SET comment_date_gmt = comment_date_gmt - INTERVAL ${seconds} SECOND')`);
  }

  async restore(): Promise<void> {
    if (this.#switched) await control('defaults()');
  }
}

/** The page of another origin: under the demo's policy, and WordPress is all that it may speak to besides. */
const pageFor = (post: number): string => `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>Elsewhere</title>
  <link rel="icon" href="/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/site.css">
</head>
<body>
  <main>
    <h1>Elsewhere</h1>
    <script async src="/afterword.js" data-backend="${env.url}" data-page="${post}" data-recipe="wordpress"></script>
  </main>
</body>
</html>
`;

export const test = base.extend<{ post: Post; address: string }, Site>({
  elsewhere: [false, { option: true, scope: 'worker' }],
  addressOf: [async ({ elsewhere }, use) => {
    if (!elsewhere) return use((post) => `${env.url}/widget?post=${post}&recipe=wordpress`);
    const server = new Server();
    const front = new Front();
    front.lets = env.url;
    const origin = await front.listen(await server.start());
    await use((post) => {
      server.write(`post-${post}.html`, pageFor(post));
      return `${origin}/post-${post}`;
    });
    front.close();
    await server.remove();
  }, { scope: 'worker' }],
  post: async ({}, use) => {
    const post = new Post(await control('post()'));
    await use(post);
    await post.restore();
  },
  address: async ({ post, addressOf, page, said }, use) => {
    page.on('dialog', (dialog) => {
      if (dialog.type() === 'beforeunload') return void dialog.accept(); // somebody leaves with unsent text
      said.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await use(addressOf(post.id));
  },
});

/** Writes into a form. Each has an address of their own: WordPress tells people apart by that. */
export const write = async (form: Locator, words: string, name = 'Ada Lovelace'): Promise<void> => {
  await field(form, 'Comment').fill(words);
  await field(form, 'Name').fill(name);
  await field(form, 'Email').fill(`${name.split(' ', 1)[0]!.toLowerCase()}@example.org`);
};

/** Opens the page, writes into its form, and sends it. */
export const send = async (page: Page, address: string, words: string): Promise<Locator> => {
  await open(page, address);
  const form = formOf(page);
  await write(form, words);
  await submit(form);
  return form;
};

/** Back by the browser's button. The page is as it was left; Playwright's own goBack waits for it to load. */
export const goBack = async (page: Page, address: string): Promise<void> => {
  await page.evaluate(() => history.back());
  await page.waitForURL(address, { waitUntil: 'commit' });
};
