/**
 * @file Comments as a blog gets them, the same in every run: HTML as WordPress serves it, and plain text as it is
 * typed. Short and long, in English and Arabic, with links, lists, quotations, code and emoji; and one in fifty is hostile.
 */

const english =
  `the of and to a in is that it for was on are as with they be at this have from or one had by word but not what all
   were we when your can said there use an each which she do how their if will up other about out many then them these
   so some her would make like him into time has look two more write go see number no way could people my than first
   water been call who oil its now find long down day did get come made may part`.split(/\s+/);
const arabic =
  `شكرا على هذا المقال الرائع وأتمنى أن تكتب المزيد عن هذا الموضوع لأن كثيرا من الناس لا يعرفون عنه شيئا`.split(' ');
const emoji = ['🙂', '👍🏽', '🎉', '❤️', '👩‍👩‍👧'];

/** Markup that means no good, from the collections that sanitizers are tried with. */
const hostile = [
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">click</a>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<p onclick="steal()" style="position:fixed">over it all</p>',
  '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>',
  '<form action="https://evil.example"><input name=password></form>',
  '<b><i><u>never closed <table><tr><td>cell',
];

/** Numbers from 0 to 1, the same after each start. @see https://en.wikipedia.org/wiki/Linear_congruential_generator */
const random = (seed) => () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;

/** How a comment is written: the pieces of both languages, as HTML or as plain text. */
const writer = (next) => {
  const below = (limit) => Math.floor(next() * limit);
  const pick = (list) => list[below(list.length)];
  const words = (count, list) => Array.from({ length: count }, () => pick(list)).join(' ');
  const times = (count, make) => Array.from({ length: count }, (_, i) => make(i));
  return { below, pick, words, times, chance: (share) => next() < share };
};

const address = ({ pick, below }) =>
  `https://${pick(english)}.example/${pick(english)}-${pick(english)}/?p=${below(9999)}&ref=${pick(english)}`;

const escaped = (text) => text.replaceAll('&', '&#038;');

const inline = (write) => {
  const { pick, words, below, chance } = write;
  const list = chance(0.15) ? arabic : english;
  let text = '';
  for (let sentence = 0, count = 1 + below(5); sentence < count; ++sentence) {
    text += `${sentence ? ' ' : ''}${words(4 + below(14), list)}`;
    if (chance(0.3)) text += `, I&#8217;d say &#8220;${words(3, list)}&#8221;`;
    if (chance(0.15)) text += ` <a href="${escaped(address(write))}" rel="nofollow ugc">${words(2, list)}</a>`;
    if (chance(0.12)) text += ` <em>${words(2, list)}</em> &amp; <strong>${pick(list)}</strong>`;
    if (chance(0.08)) text += ` <code>${pick(english)}&lt;${pick(english)}&gt;()</code>`;
    if (chance(0.1)) text += ` ${pick(emoji)}`;
    text += chance(0.1) ? '&#8230;' : '.';
  }
  return text;
};

const block = (write) => {
  const { below, times, words, pick, chance } = write;
  if (chance(0.08)) return `<blockquote><p>${inline(write)}</p>\n</blockquote>`;
  if (chance(0.06)) return `<ul>\n${times(2 + below(4), () => `<li>${inline(write)}</li>\n`).join('')}</ul>`;
  if (chance(0.04)) {
    const line = () => `if (${pick(english)} &lt; ${below(99)}) ${words(3, english)};\n`;
    return `<pre><code>${times(3 + below(6), line).join('')}</code></pre>`;
  }
  return `<p>${inline(write)}${chance(0.25) ? `<br />\n${inline(write)}` : ''}</p>`;
};

/** `count` comments as HTML. */
export const htmlComments = (count) => {
  const write = writer(random(20070515));
  return write.times(count, (i) => {
    const blocks = write.times(1 + write.below(5), () => block(write));
    if (i % 50 === 49) blocks.push(hostile[((i - 49) / 50) % hostile.length]);
    return blocks.join('\n');
  });
};

/** `count` comments as they are typed. */
export const textComments = (count) => {
  const write = writer(random(19910806));
  const { below, words, pick, chance, times } = write;
  const line = () => {
    const list = chance(0.15) ? arabic : english;
    let text = `${words(5 + below(40), list)}, I'd say "${words(3, list)}" <${pick(english)}> & so on`;
    if (chance(0.25)) text += ` (see ${address(write)})`;
    if (chance(0.1)) text += ` ${pick(emoji)}`;
    return `${text}.`;
  };
  return times(count, () => times(1 + below(6), line).join(chance(0.5) ? '\n\n' : '\n'));
};
