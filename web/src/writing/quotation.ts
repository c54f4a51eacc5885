/** @file What is selected in a comment, as text. */

/** Stands for a new line, but only one of several: no text from a page holds it. */
const end = '\0';

/** Elements that stand in lines of their own. */
const blocks = /^(P|LI|PRE|BLOCKQUOTE|UL|OL|HR|TR|H\d|BR|DIV)$/;

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

/** @param kept white space is: it is that of code */
const linesOf = (node: Node, kept: boolean): string => {
  if (node instanceof Text) return kept ? node.data : node.data.replace(/\s+/g, ' ');
  const inner = [...node.childNodes].map((child) => linesOf(child, kept || child.nodeName === 'PRE')).join('');
  return blocks.test(node.nodeName) ? end + inner + end : inner;
};

/**
 * The part of `range` that stands in `content`, where it begins. Nothing, if it has text of other comments too.
 * @throws DOMException if its ends are no places any more
 */
const partIn = (content: Element, { startContainer, startOffset, endContainer, endOffset }: AbstractRange): Range | null => {
  const part = document.createRange();
  part.setStart(startContainer, startOffset);
  part.setEnd(content, content.childNodes.length);
  // A third click selects a paragraph, up to where something else begins.
  const rest = document.createRange();
  rest.setStartAfter(content);
  if (content.contains(endContainer)) part.setEnd(endContainer, endOffset);
  else rest.setEnd(endContainer, endOffset);
  const others = rest.cloneContents().querySelectorAll('.content');
  const isWhole = rest.startContainer === content.parentNode; // else it ends in another tree
  return isWhole && [...others].every((other) => !other.textContent?.trim()) ? part : null;
};

/**
 * What `range` has of the text of `comment`, by its id: a line for each paragraph, item and line break. Nothing, if it is
 * not of that comment alone, or no longer on the page.
 */
export const quotationOf = (range: AbstractRange, comment: unknown): string | undefined => {
  const content = elementOf(range.startContainer)?.closest('.comment > .content');
  if (!content || content.parentElement!.dataset['comment'] !== comment) return undefined;
  try {
    const part = partIn(content, range);
    if (!part) return undefined;
    const kept = !!elementOf(part.commonAncestorContainer)?.closest('pre');
    return linesOf(part.cloneContents(), kept).replace(/\s?(\0\s?)+/g, '\n').trim();
  } catch {
    return undefined; // what it was in is drawn anew, and shorter
  }
};
