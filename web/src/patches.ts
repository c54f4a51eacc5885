/** @file Patches: the core's drawing, put into the page. Nodes are only written here; no layout is asked for. */

import type { Patch } from './frame.ts';
import { morph } from './morph.ts';
import { find, type Root } from './root.ts';
import { parse } from './sink.ts';
import type { Times } from './times.ts';

/** Applies `patches` in order. A region that is not on the page is left out. */
export const apply = (patches: readonly Patch[], root: Root, prefix: string, times: Times): void => {
  const region = (name: string) => find(root, prefix + name);
  const draw = (markup: string) => {
    const element = parse(markup);
    times.write(element);
    return element;
  };
  for (const patch of patches) {
    if (patch.op === 'remove') {
      region(patch.region)?.remove();
    } else if (patch.op === 'replace') {
      const old = region(patch.region);
      if (old) morph(old, draw(patch.markup));
    } else if (patch.op === 'move') {
      const moved = region(patch.region);
      if (moved) region(patch.into)?.prepend(moved);
    } else {
      const parent = region(patch.into);
      const before = patch.before ? region(patch.before) : null;
      const drawn = draw(patch.markup);
      if (parent && before && parent.contains(before)) before.before(drawn);
      else parent?.append(drawn);
    }
  }
};
