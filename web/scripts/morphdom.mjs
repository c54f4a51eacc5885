/**
 * @file morphdom without what is never reached here. It takes strings too, and sets `innerHTML` for them: src/sink.ts is
 * to be the only sink in what is shipped as well. And it has ways of its own with controls, which src/morph.ts keeps
 * out of its hands. Together half a kilobyte, compressed.
 */

import { readFile } from 'node:fs/promises';

const cuts = [
  ["typeof toNode === 'string'", 'false'],
  ['var HAS_TEMPLATE_SUPPORT = !!doc &&', 'var HAS_TEMPLATE_SUPPORT = false &&'],
  ['var HAS_RANGE_SUPPORT = !!doc &&', 'var HAS_RANGE_SUPPORT = false &&'],
  ['specialElHandlers[fromEl.nodeName]', 'undefined'],
  ["fromEl.nodeName !== 'TEXTAREA'", 'true'],
  ['specialElHandlers.TEXTAREA(fromEl, toEl);', ''],
];

/** An esbuild plugin. A morphdom that reads differently fails the build, rather than being shipped whole. */
export const morphdomForNodes = {
  name: 'morphdom-for-nodes',
  setup: (build) =>
    build.onLoad({ filter: /morphdom-esm\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      for (const [from, to] of cuts) {
        if (!contents.includes(from)) return { errors: [{ text: `morphdom has changed: no \`${from}\` in it` }] };
        contents = contents.replace(from, to);
      }
      return { contents };
    }),
};
