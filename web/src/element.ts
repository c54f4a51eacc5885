/** @file The elements: when to draw, and when to stop. */

import { options } from './options.ts';
import { languageOf, pageOf } from './page.ts';
import { load, loadCore, loadCount } from './parts.ts';
import { addressOf, expand, valuesOf } from './template.ts';

/** `<afterword-comments>`: thread, form and, with the attribute `subscribe`, the subscription box of a page. */
export class Comments extends HTMLElement {
  static readonly observedAttributes = options;

  /** The template, of a preset, of what is asked for first. */
  protected readonly first: keyof Preset = 'list';

  /** The core that draws it. */
  protected readonly core: string = 'reader';

  /** Ends what this element does at present: waiting, or being a widget. None while it is on no page. */
  #life: AbortController | undefined;
  #drawn = false;
  #changed = false;

  connectedCallback(): void {
    if (!this.#life) this.#wait(this.#begin());
  }

  disconnectedCallback(): void {
    // An element that is moved is removed and inserted in one task; it keeps its widget and what was typed.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#life?.abort();
      this.#life = undefined;
      this.#drawn = false;
    });
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (!this.#drawn || this.#changed || before === after) return;
    this.#changed = true; // several attributes that change together draw once
    queueMicrotask(() => {
      this.#changed = false;
      if (this.#drawn) void this.#draw();
    });
  }

  #begin(): AbortSignal {
    this.#life?.abort();
    return (this.#life = new AbortController()).signal;
  }

  /** Draws when the reader comes near, or at once when the page's address names a comment. */
  #wait(signal: AbortSignal): void {
    const look = () => {
      if (location.hash.startsWith(`#${this.getAttribute('prefix') || ''}comment-`)) void this.#draw();
    };
    addEventListener('hashchange', look, { signal });
    look();
    if (signal.aborted) return;
    if (!self.IntersectionObserver) return void this.#draw();
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void this.#draw();
      },
      { rootMargin: '600px' },
    );
    observer.observe(this);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** Asks for everything in this one task, and has the host draw when it is there. */
  async #draw(): Promise<void> {
    const signal = this.#begin();
    this.#drawn = true;
    try {
      const name = this.getAttribute('recipe') || 'afterword';
      const backend = this.getAttribute('backend') || '';
      const page = pageOf(this);
      const language = languageOf(this);
      // The order that a backend has is in the template; what another is called there, only the core knows.
      const template = this.hasAttribute('sort') ? '' : (this.getAttribute('list') ?? PRESETS[name]?.[this.first]);
      const limit = this.getAttribute('limit') || '5';
      const names = { limit, ...valuesOf(this), backend, page, address: addressOf(), language, cursor: '' };
      const url = template && expand(template, names);
      const first = url ? { url, response: fetch(url, { signal }) } : undefined;
      first?.response.catch(() => {}); // the host looks at it later, or never
      const [host, glue, reader, css, recipe] = await load(name, this.core);
      if (signal.aborted) return;
      const whole = this.core === 'reader' ? loadCore : undefined;
      await host.mount(this, { glue, reader, loadCore: whole, css, recipe, backend, page, language, first, signal });
    } catch (error) {
      if (signal.aborted) return;
      console.error('Afterword:', error);
      this.#begin(); // ends what was half drawn
      // What the page has put between the tags is in its own words, and stays.
      const root = this.shadowRoot || this;
      if (!root.hasChildNodes())
        root.textContent = 'This part of the page could not be loaded. Reload the page to try again.';
    }
  }
}

/** `<afterword-subscribe>`: the subscription box alone. */
export class Subscribe extends Comments {
  protected override readonly first = 'followers';
}

/** `<afterword-recent>`: the latest comments of a site. */
export class Recent extends Comments {
  protected override readonly first = 'recent';
  protected override readonly core = 'recent';
}

/** `<afterword-count>`: how many comments a page has. What the page has put between the tags stays until that is known. */
export class Count extends HTMLElement {
  static readonly observedAttributes = ['backend', 'page', 'recipe', 'values', 'lang'];

  connectedCallback(): void {
    loadCount().then(
      ({ ask }) => ask(this),
      (error: unknown) => console.error('Afterword:', error),
    );
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.connectedCallback();
  }
}
