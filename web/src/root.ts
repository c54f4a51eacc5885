/** @file Where a widget is drawn: an open shadow root or, if the page asks for it, the element itself. */

/** What a widget is drawn into. */
export type Root = ShadowRoot | HTMLElement;

/** Constructed sheets need no `style-src` in the page's policy. Safari has them since 16.4; before, a link must do. */
const constructs = 'adoptedStyleSheets' in Document.prototype;

const sheets = new Map<string, CSSStyleSheet>();

/** One sheet for all widgets. */
const sheetOf = (css: string): CSSStyleSheet => {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheets.set(css, (sheet = new CSSStyleSheet()));
    sheet.replaceSync(css);
  }
  return sheet;
};

/** Adds the styles `css` to `root`; where no sheet can be constructed, by a link to `file`, beside this module. */
export const addStyles = (root: Root, css: string, file: string): void => {
  if (constructs) {
    const scope = root.getRootNode() as Document | ShadowRoot;
    const sheet = sheetOf(css);
    if (!scope.adoptedStyleSheets.includes(sheet)) scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
  } else {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL(file, import.meta.url).href;
    root.prepend(link);
  }
};

/**
 * The root of `element`, with styles, and nothing in it but the `<div>` that the first frame replaces. A light root
 * loses what the page had put between the tags: that was to be seen only until now.
 */
export const openRoot = (element: HTMLElement, css: string, id: string): Root => {
  // A shadow root stays once it is there, and hides what stands beside it.
  const light = element.getAttribute('root') === 'light' && !element.shadowRoot;
  const root = light ? element : (element.shadowRoot ?? element.attachShadow({ mode: 'open' }));
  const region = document.createElement('div');
  region.id = id;
  root.replaceChildren(region);
  addStyles(root, css, 'afterword.css');
  return root;
};

/** The element with `id` in `root`, wherever else on the page that id may stand. */
export const find = (root: Root, id: string): HTMLElement | null =>
  root.querySelector<HTMLElement>(`#${CSS.escape(id)}`);

/** The element in `root` that has the focus. */
export const focused = (root: Root): Element | null => {
  const active = (root.getRootNode() as Document | ShadowRoot).activeElement;
  return active && root.contains(active) ? active : null;
};
