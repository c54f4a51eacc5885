/** @file Patches: the core's drawing, put into the page. Nodes are only written here; no layout is asked for. */

import type { Patch } from './frame.ts';
import { morph } from './morph.ts';
import { find, type Root } from './root.ts';
import { parse } from './sink.ts';
import type { Times } from './times.ts';

/** Applies `patches` in order, and keeps the times in them right. A region that is not on the page is left out. */
export const apply = (patches: readonly Patch[], root: Root, prefix: string, times: Times): void => {
  const region = (name: string) => find(root, prefix + name);
  const draw = (markup: string) => {
    const element = parse(markup);
    times.write(element);
    return element;
  };
  for (const patch of patches) {
    const old = region(patch.region);
    switch (patch.op) {
      case 'remove':
        old?.remove();
        break;
      case 'hide':
      case 'show':
        old?.toggleAttribute('hidden', patch.op === 'hide');
        break;
      case 'replace':
        if (old) morph(old, draw(patch.markup));
        break;
      default: {
        const parent = region(patch.into);
        const before = patch.before ? region(patch.before) : null;
        const placed = patch.op === 'insert' ? draw(patch.markup) : old;
        if (!placed) break;
        if (parent && before && parent.contains(before)) before.before(placed);
        else parent?.append(placed);
      }
    }
    if ('markup' in patch) times.keep(region(patch.region));
  }
};
