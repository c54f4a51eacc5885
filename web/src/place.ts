/**
 * @file Places and conditions of a recipe, as include/afterword/backend/place.hpp reads them; but for those that take a
 * parser of HTML or the address of an answer. tests/vectors/counts.json holds the two together.
 */

/** A place: a JSON pointer, `header:NAME`, `status:`, `text:`, several of them, or a template made of them. */
export type Place = string | readonly Place[] | { readonly template: string };

/** What is asked of a place. */
export type Condition =
  | boolean
  | Place
  | {
      readonly at?: Place;
      readonly is?: readonly unknown[];
      readonly has?: readonly unknown[];
      readonly not?: readonly unknown[];
      readonly status?: readonly unknown[];
    };

/** An answer that is being read. */
export class Reply {
  readonly #json: unknown;

  constructor(
    readonly status: number,
    readonly headers: Readonly<Record<string, string>>,
    readonly body: string,
  ) {
    try {
      this.#json = JSON.parse(body);
    } catch {
      // Where it is not JSON, pointers find nothing.
    }
  }

  /** The JSON at `place`, a pointer or several to try. */
  find(place: Place | undefined): unknown {
    if (Array.isArray(place)) {
      for (const each of place as readonly Place[]) {
        const found = this.find(each);
        if (found !== undefined) return found;
      }
    }
    if (typeof place !== 'string' || !/^(\/|$)/.test(place)) return undefined;
    let value = this.#json;
    for (const token of place.split('/').slice(1)) {
      const name = token.replace(/~1/g, '/').replace(/~0/g, '~');
      if (!value || typeof value !== 'object' || !Object.hasOwn(value, name) || (Array.isArray(value) && name === 'length'))
        return undefined;
      value = (value as Record<string, unknown>)[name];
    }
    return value;
  }

  /** The text at `place`: of a string, a number, or the word "true". */
  text(place: Place | undefined): string {
    if (Array.isArray(place)) {
      for (const each of place as readonly Place[]) {
        const found = this.text(each);
        if (found) return found;
      }
    }
    const template = (place as { template?: unknown } | undefined)?.template;
    if (typeof template === 'string') return template.replace(/{([^}]*)}/g, (_, part: string) => this.text(part));
    if (typeof place !== 'string') return '';
    if (place === 'text:') return this.body;
    if (place === 'status:') return String(this.status);
    if (place.startsWith('header:')) return this.headers[place.slice(7)] ?? '';
    const found = this.find(place);
    return typeof found === 'string' || typeof found === 'number' || found === true ? String(found) : '';
  }

  /** Whether `condition` holds. Without one nothing does. */
  holds(condition: Condition | undefined): boolean {
    if (typeof condition === 'boolean') return condition;
    if (!condition || typeof condition === 'string' || Array.isArray(condition))
      return isYes(this.text(condition as Place | undefined));
    const { at, is, has, not, status } = condition as Exclude<Condition, boolean | Place>;
    const text = this.text(at);
    const any = (items: readonly unknown[], fits: (item: string) => boolean) => items.some((item) => fits(String(item)));
    const answers = [
      is && any(is, (item) => item === text),
      has && any(has, (item) => text.includes(item)),
      not && !any(not, (item) => item === text),
      status && any(status, (item) => item === String(this.status)),
    ].filter((answer) => answer !== undefined);
    return answers.length ? answers.every(Boolean) : isYes(text);
  }
}

/** Whether a text says yes: anything but nothing, "false" or "0". */
const isYes = (text: string): boolean => !/^(|false|0)$/.test(text);
