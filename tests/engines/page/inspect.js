/** @file What the page under test shows: judged against the allow-list, and written down again as Markup. */

const allowed = {
  elements: ['a', 'abbr', 'b', 'blockquote', 'br', 'caption', 'cite', 'code', 'del', 'em', 'hr', 'i', 'img', 'kbd',
    'li', 'ol', 'p', 'pre', 'q', 's', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
  attributes: ['cite', 'datetime', 'dir', 'href', 'lang', 'rel', 'title'],
  imageAttributes: ['alt', 'height', 'loading', 'referrerpolicy', 'src', 'width'],
};

/** The engine's own reading of a URL; what it cannot read at all leads nowhere and has the protocol ":". */
const protocolOf = (url) => Object.assign(document.createElement('a'), { href: url }).protocol;

const faultOfAttribute = (element, { name, value }) => {
  const image = element.localName === 'img' && allowed.imageAttributes.includes(name);
  if (!image && !allowed.attributes.includes(name)) return `attribute ${name} of ${element.localName}`;
  const protocols = name === 'src' ? [':', 'http:', 'https:'] : [':', 'http:', 'https:', 'mailto:'];
  if (['href', 'cite', 'src'].includes(name) && !protocols.includes(protocolOf(value))) return `${name} ${value}`;
  return undefined;
};

const references = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };
const escaped = (text) => text.replace(/[&<>"\r]/g, (character) => references[character]);

/** `node` as Markup would have it. What should not be there is added to `faults`. */
const write = (node, faults) => {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE) {
    faults.push(`a node of type ${node.nodeName}`);
    return `<!${node.nodeName}>`;
  }
  const name = node.localName;
  if (node.namespaceURI !== 'http://www.w3.org/1999/xhtml' || !allowed.elements.includes(name))
    faults.push(`element ${name}`);
  let tag = `<${name}`;
  for (const attribute of node.attributes) {
    const fault = faultOfAttribute(node, attribute);
    if (fault) faults.push(fault);
    tag += ` ${attribute.name}="${escaped(attribute.value)}"`;
  }
  if (['br', 'hr', 'img'].includes(name) && !node.firstChild) return `${tag}/>`;
  const content = writeContent(node, faults);
  // A parser drops one line feed after this tag.
  return `${tag}>${name === 'pre' && content.startsWith('\n') ? '\n' : ''}${content}</${name}>`;
};

const writeContent = (parent, faults) => [...parent.childNodes].map((node) => write(node, faults)).join('');

/** What `parent` holds, and its faults. A form's fields can hide its own properties; that is a fault as well. */
const read = (parent) => {
  const faults = [];
  try {
    return { markup: writeContent(parent, faults), faults };
  } catch (error) {
    return { markup: '', faults: [...faults, `what cannot even be read: ${error}`] };
  }
};

/** What the browser's own sanitizer leaves of `markup`, when it is given the same allow-list. */
const filtered = (markup) => {
  const element = document.createElement('div');
  element.setHTML(markup, {
    sanitizer: { elements: allowed.elements, attributes: [...allowed.attributes, ...allowed.imageAttributes] },
  });
  return read(element).markup;
};

const hasSanitizer = 'setHTML' in Element.prototype;

/** What is said around a comment's content. */
const author = (article) => {
  const name = article.querySelector('.author');
  const link = name?.querySelector('a');
  return {
    name: name?.textContent,
    nodes: [...(name?.querySelectorAll('*') ?? [])].map((element) => element.localName).join(' '),
    website: link && { protocol: link.protocol, attributes: link.getAttributeNames().join(' ') },
  };
};

/** The comments in `root`, in order. */
const comments = (root) =>
  [...root.querySelectorAll('article')].map((article) => {
    const { markup, faults } = read(article.querySelector('.content'));
    const left = hasSanitizer ? filtered(markup) : null;
    return { id: article.dataset.comment, markup, faults, left, author: author(article) };
  });

const dangerous = {
  elements: ['audio', 'base', 'embed', 'frame', 'iframe', 'img', 'link', 'math', 'meta', 'object', 'script', 'style',
    'svg', 'template', 'video'],
  attributes: /^on|^style$|^ping$|src/,
};

/** What stands in `root` around the contents, and would be nobody's but an attacker's. */
const strangers = (root) =>
  [...root.querySelectorAll('*')]
    .filter((element) => !element.parentElement?.closest('.content'))
    .flatMap((element) => [
      ...(dangerous.elements.includes(element.localName) ? [`element ${element.localName}`] : []),
      ...element.getAttributeNames().filter((name) => dangerous.attributes.test(name)).map((name) => `attribute ${name}`),
    ]);

/** Does to every element in the contents what would wake a handler. */
const touch = (root) => {
  for (const element of root.querySelectorAll('.content *')) {
    for (const type of ['mouseover', 'pointerover', 'focus', 'load', 'error', 'toggle', 'animationstart', 'begin'])
      element.dispatchEvent(new Event(type));
    element.click?.();
  }
};

const rootOf = () => {
  const host = document.querySelector('afterword-comments');
  return host?.shadowRoot ?? host;
};

/** How many of `texts` a page would suffer from, were they parsed and nothing else. */
const suffers = (texts) =>
  texts.filter((text) => read(new DOMParser().parseFromString(text, 'text/html').body).faults.length).length;

/** Those of `markups` that the engine's parser reads, within an element, as something else than they say. */
const misread = (markups) =>
  markups
    .map((markup, index) => {
      const { body } = new DOMParser().parseFromString(`<div>${markup}</div>`, 'text/html');
      return { index, ...(body.childNodes.length === 1 ? read(body.firstChild) : read(body)) };
    })
    .filter(({ index, markup, faults }) => markup !== markups[index] || faults.length);

/** What a scenario asks for. */
window.inspect = {
  hasSanitizer,
  suffers,
  misread,
  traps: () => traps,
  count: () => rootOf()?.querySelectorAll('article').length ?? 0,
  more: () => rootOf().querySelector('.more button')?.click(),
  touch: () => touch(rootOf()),
  look: () => ({
    comments: comments(rootOf()),
    strangers: strangers(rootOf()),
    address: location.pathname,
    page: [...document.querySelectorAll(':not(afterword-comments *)')].map((element) => element.localName).join(' '),
  }),
};
