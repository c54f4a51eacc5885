/** @file What the reader has selected on the page. */

import type { Root } from './root.ts';

/** As Safari 17 has it. */
interface Early {
  getComposedRanges(...roots: ShadowRoot[]): StaticRange[];
}

/**
 * What is selected now, as it is seen in the tree that `root` stands in; nothing, if nothing is. Where a browser has no
 * word for what is selected in a shadow root, neither has this.
 * @see https://w3c.github.io/selection-api/#dom-selection-getcomposedranges
 */
export const selectedIn = (root: Root): AbstractRange | undefined => {
  const scope = root.getRootNode();
  let selection = getSelection();
  let range: AbstractRange | undefined;
  if (scope instanceof ShadowRoot && selection?.getComposedRanges) {
    try {
      [range] = selection.getComposedRanges({ shadowRoots: [scope] });
    } catch {
      [range] = (selection as Early).getComposedRanges(scope);
    }
  } else {
    selection = (scope as Document).getSelection?.() ?? selection; // Chromium has it of shadow roots as well
    range = selection?.rangeCount ? new StaticRange(selection.getRangeAt(0)) : undefined;
  }
  return range?.collapsed ? undefined : range;
};
