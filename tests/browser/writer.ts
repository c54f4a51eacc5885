/** @file What comes with the whole core, on a page by itself: a test is the core, asks for effects, and hears of events. */

import { expect, type Page } from './fixtures.ts';

export interface Told {
  readonly type: string;
  readonly [detail: string]: unknown;
}

/** What the page of a test has of it. */
interface Stage {
  writer: { resume: Told; perform(effect: object): boolean; complete(event: object): Told };
  root: ShadowRoot;
  told: Told[];
  end: AbortController;
}

type Staged = Window & { stage: Stage };

/**
 * Begins on the page at `address`, with a form as the core draws it: a toolbar of three buttons, a name, a comment, and a button that sends.
 * Listeners for what is pressed and typed are the host's, and not here.
 * @param attributes of the element
 */
export const begin = async (page: Page, address: string, attributes: Record<string, string> = {}): Promise<void> => {
  await page.goto(address);
  await page.evaluate(async (attributes) => {
    const module = '/writing.mjs';
    const { write } = await import(module);
    const element = document.createElement('div');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.body.prepend(element);
    const root = element.attachShadow({ mode: 'open' });
    const form = document.createElement('form');
    form.dataset['form'] = 'form';
    for (const mark of ['bold', 'italic', 'quote']) {
      const button = document.createElement('button');
      Object.assign(button, { type: 'button', textContent: mark });
      button.dataset['mark'] = mark;
      form.append(button);
    }
    form.append(Object.assign(document.createElement('input'), { name: 'name', ariaLabel: 'Name' }));
    form.append(Object.assign(document.createElement('textarea'), { name: 'comment', ariaLabel: 'Comment' }));
    form.append(Object.assign(document.createElement('button'), { textContent: 'Send' }));
    root.append(form);
    const told: Told[] = [];
    const end = new AbortController();
    const setting = { element, root, prefix: '', signal: end.signal };
    const writer = write(setting, (event: Told) => told.push(event), []);
    Object.assign(window, { stage: { writer, root, told, end } });
  }, attributes);
};

/** An element for the stage: its name, its attributes, and what stands in it. The page's policy lets no text be markup. */
export type Drawn = string | [name: string, attributes: Record<string, string>, ...content: Drawn[]];

/** Puts elements at the end of what the widget shows. */
export const draw = (page: Page, ...elements: Drawn[]): Promise<void> =>
  page.evaluate((elements) => {
    const create = (drawn: Drawn): Node => {
      if (typeof drawn === 'string') return document.createTextNode(drawn);
      const [name, attributes, ...content] = drawn;
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.append(...content.map(create));
      return element;
    };
    (window as unknown as Staged).stage.root.append(...elements.map(create));
  }, elements);

/** Has an effect performed; whether it was. */
export const perform = (page: Page, effect: object): Promise<boolean> =>
  page.evaluate((effect) => (window as unknown as Staged).stage.writer.perform(effect), effect);

/** What was told so far. */
export const told = (page: Page): Promise<Told[]> => page.evaluate(() => (window as unknown as Staged).stage.told);

/** Performs an effect that is answered, and waits for what is told: `count` events. */
export const ask = async (page: Page, effect: object, count = 1): Promise<Told[]> => {
  const before = (await told(page)).length;
  await perform(page, effect);
  await expect.poll(async () => (await told(page)).length).toBeGreaterThanOrEqual(before + count);
  return (await told(page)).slice(before);
};

/** `event` with what it lacked. */
export const complete = (page: Page, event: object): Promise<Told> =>
  page.evaluate((event) => (window as unknown as Staged).stage.writer.complete(event), event);

/** The first event, by which the widget introduces itself. */
export const resume = (page: Page): Promise<Told> => page.evaluate(() => (window as unknown as Staged).stage.writer.resume);

/** Ends the widget. */
export const end = (page: Page): Promise<void> => page.evaluate(() => (window as unknown as Staged).stage.end.abort());
