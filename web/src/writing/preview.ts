/** @file The effect `preview`: Markdown as HTML. What renders it is fetched when it is first asked for. */

type Markdown = typeof import('../markdown.ts');

let markdown: Promise<Markdown> | undefined;
let tries = 0;

/** Stands beside this module. Browsers may remember a module that failed, under its whole URL. */
const load = (): Promise<Markdown> =>
  (markdown ??= import(new URL(`markdown.mjs${tries++ ? `#${tries}` : ''}`, import.meta.url).href).catch(
    (error: unknown) => {
      markdown = undefined;
      throw error;
    },
  ) as Promise<Markdown>);

/** `text` as HTML that nobody has looked through. Null if it cannot be had now; it can be asked for again. */
export const preview = async (text: string): Promise<string | null> => {
  try {
    return await (await load()).render(text);
  } catch (error) {
    console.error('Afterword:', error);
    return null;
  }
};
