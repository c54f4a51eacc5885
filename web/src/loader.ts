/**
 * @file The script tag: `<script async src="afterword.js" data-backend="/api"></script>`. A classic script, so that it
 * knows where it stands. It defines the elements, and draws one after itself.
 */

import { Comments, Count, Recent, Subscribe } from './element.ts';
import { options } from './options.ts';

const tag = 'afterword-comments';
const script = document.currentScript;

// A second tag, or a second copy, uses what the first has defined: one module, one policy, one registry a page.
if (!customElements.get(tag)) {
  customElements.define(tag, Comments);
  customElements.define('afterword-subscribe', Subscribe);
  customElements.define('afterword-recent', Recent);
  customElements.define('afterword-count', Count);
}

// In the head, or without a backend, the tag only defines.
if (script?.dataset['backend'] != null && !script.closest('head')) {
  const element = document.createElement(tag);
  for (const name of options) {
    const value = script.dataset[name];
    if (value != null) element.setAttribute(name, value);
  }
  script.after(element);
}
