/** @file The textarea that a comment is written in. */

import type { Root } from '../root.ts';

/** That of `form`, by the name that the core knows the form by. */
export const textareaOf = (root: Root, form: unknown): HTMLTextAreaElement | null =>
  root.querySelector(`[data-form="${CSS.escape(String(form))}"] textarea[name=comment]`);
