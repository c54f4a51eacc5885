/** @file What the core answers to an event. The same names as in include/afterword/widget. */

/** A change to one region of the page; `markup` is one element, whose id is the region. */
export type Patch =
  | { readonly op: 'replace'; readonly region: string; readonly markup: string }
  | {
      readonly op: 'insert';
      readonly region: string;
      readonly markup: string;
      readonly into: string;
      /** The region in `into`, at any depth, that it stands before; empty: at the end. */
      readonly before: string;
    }
  | { readonly op: 'remove'; readonly region: string }
  /** Nobody sees it any more, or they do again. */
  | { readonly op: 'hide' | 'show'; readonly region: string }
  /** As it is, with all that stands in it; `before` as in `insert`. */
  | { readonly op: 'move'; readonly region: string; readonly into: string; readonly before: string };

/** The value of one control: a text, or the state of a box. */
export type Value = string | boolean;

/** The values of a form's controls, by name. */
export type Fields = Readonly<Record<string, Value>>;

/** What the host is asked to do besides drawing. What has no value is left out. */
export type Effect =
  | {
      readonly type: 'fetch';
      readonly operation: string;
      readonly id: number;
      readonly method: string;
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body?: string;
      /** "page": as a native form; "blind": without an answer; otherwise by fetch. */
      readonly send?: string;
      /** The same for a URL of another origin. */
      readonly elsewhere?: string;
      readonly credentials?: RequestCredentials;
      /** Whether it goes on when the page is left. */
      readonly keepalive?: boolean;
    }
  | { readonly type: 'load'; readonly key: string }
  | { readonly type: 'store'; readonly key: string; readonly value?: string }
  /** Everything whose key begins with `key`. */
  | { readonly type: 'list'; readonly key: string }
  /** What is kept under `key`, for this widget alone. */
  | { readonly type: 'claim'; readonly key: string }
  /** Whether the reader is asked before the page is left. */
  | { readonly type: 'guard'; readonly on: boolean }
  | {
      /** The comment of `form` becomes `before`, `selected` and `after`. */
      readonly type: 'insert';
      readonly form: string;
      readonly before: string;
      readonly selected: string;
      readonly after: string;
    }
  /** What `text`, in Markdown, looks like. */
  | { readonly type: 'preview'; readonly form: string; readonly text: string }
  /** What `url` sends from now on, message by message. */
  | { readonly type: 'stream'; readonly id: number; readonly url: string }
  | { readonly type: 'abort'; readonly id: number }
  /** `text`, the link to `comment`, on the clipboard. */
  | { readonly type: 'copy'; readonly comment: string; readonly text: string }
  | { readonly type: 'alarm'; readonly seconds: number }
  | { readonly type: 'fill'; readonly form: string; readonly fields: Fields }
  | { readonly type: 'focus'; readonly region: string }
  | { readonly type: 'announce'; readonly text: string; readonly urgent?: boolean }
  | { readonly type: 'timer' }
  /** Once what is drawn now can be seen, there is time to draw more. */
  | { readonly type: 'later' }
  | { readonly type: 'emit'; readonly name: string; readonly detail: Readonly<Record<string, string>> };

/** The effect of one type. */
export type EffectOf<Type extends Effect['type']> = Extract<Effect, { type: Type }>;

/** All that one event changes: first the patches, then the effects, both in order. */
export interface Frame {
  readonly patches: readonly Patch[];
  readonly effects: readonly Effect[];
}

/** What happened. The widget adds the time. */
export interface Event {
  readonly type: string;
  readonly [detail: string]: unknown;
}
