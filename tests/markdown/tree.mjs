/** @file HTML, so that two texts are equal if they mean the same: as CommonMark's own tests compare. */

import { parseFragment } from 'parse5';

/** Elements around which white space means nothing. */
const blocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'br', 'div',
  'table', 'thead', 'tbody', 'tr', 'th', 'td', 'section', 'article', 'del', 'ins', 'style', 'script', 'textarea']);

const isBlock = (node) => node === undefined || blocks.has(node.nodeName);

/** A URL, however it is escaped. */
const plainUrl = (url) => {
  try {
    return encodeURI(decodeURI(url));
  } catch {
    return url;
  }
};

const show = (node, keepsSpace) => {
  const children = node.childNodes ?? [];
  let text = '';
  children.forEach((child, index) => {
    if (child.nodeName === '#text') {
      let { value } = child;
      if (!keepsSpace) {
        value = value.replace(/[ \t\n]+/g, ' ');
        const [before, after] = [children[index - 1], children[index + 1]];
        if (before ? isBlock(before) : isBlock(node)) value = value.replace(/^ /, '');
        if (after ? isBlock(after) : isBlock(node)) value = value.replace(/ $/, '');
      }
      text += value.replace(/[&<]/g, (c) => `&#${c.charCodeAt(0)};`);
    } else if (child.nodeName === '#comment') {
      text += `<!--${child.data}-->`;
    } else {
      const attributes = child.attrs
        .map(({ name, value }) => ` ${name}=${JSON.stringify(/^(href|src)$/.test(name) ? plainUrl(value) : value)}`)
        .sort();
      const inside = show(child, keepsSpace || /^(pre|textarea|script|style)$/.test(child.nodeName));
      text += `<${child.nodeName}${attributes.join('')}>${inside}</${child.nodeName}>`;
    }
  });
  return text;
};

/** What a browser makes of `html`, as one text. */
export const treeOf = (html) => show({ ...parseFragment(html), nodeName: 'div' }, false);
