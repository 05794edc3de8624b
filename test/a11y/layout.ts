import type { Finding } from './finding.ts';

/** WCAG 2.5.5. */
const TARGET_PX = 44;
/** Lines are set closer than fonts are tall, and boxes end between pixels. */
const TOLERANCE_PX = 1.5;
const CROWDED_PX = 6;

/** What no engine measures: words that are cut off, that lie over others or outside of the frame, and small targets. */
export function measure(root: ShadowRoot): readonly Finding[] {
  const texts = textsOf(root);
  const boxes = [...root.querySelectorAll<HTMLElement>('*')].filter(isSeen);
  return [
    ...boxes.filter(isCut).map((box) => finding('cut off', box)),
    ...texts.filter(isOutside).map(({ element }) => finding('outside', element)),
    ...overlapping(texts).map(({ element }) => finding('overlap', element)),
    ...boxes.filter(isSmallTarget).map((box) => finding('small target', box)),
    ...(document.documentElement.scrollWidth > innerWidth ? [finding('scrolls sideways', document.body)] : []),
  ];
}

/** From where to where the words of a box reach, across the page. */
export interface Reach {
  readonly where: string;
  readonly words: string;
  readonly left: number;
  readonly right: number;
  readonly centred: boolean;
}

/** Of each box that has words, in the order of the document. */
export function reachesOf(root: ShadowRoot): readonly Reach[] {
  const texts = textsOf(root).map((text) => ({ ...text, box: boxOf(text.element) }));
  return [...new Set(texts.map(({ box }) => box))]
    .map((box) => ({ box, lines: texts.filter((text) => text.box === box).flatMap(({ lines }) => lines) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ box, lines }) => ({
      where: nameOf(box),
      words: wordsOf(box),
      left: Math.min(...lines.map(({ left }) => left)),
      right: Math.max(...lines.map(({ right }) => right)),
      centred: getComputedStyle(box).textAlign === 'center',
    }));
}

/** The nearest that stands by itself, and does not flow in a line. */
function boxOf(element: HTMLElement): HTMLElement {
  let box = element;
  while (getComputedStyle(box).display === 'inline' && box.parentElement) box = box.parentElement;
  return box;
}

interface Text {
  readonly element: HTMLElement;
  readonly lines: readonly DOMRect[];
}

function textsOf(root: ShadowRoot): Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as globalThis.Text;
    const element = node.parentElement;
    if (!element || !node.data.trim() || !isSeen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].map((line) => seenOf(line, element));
    texts.push({ element, lines: lines.filter(({ width, height }) => width > 0 && height > 0) });
  }
  return texts;
}

/** What is left of a line in boxes that scroll or cut: a list of wallets goes on under its edge. */
function seenOf(line: DOMRect, element: Element): DOMRect {
  let { left, top, right, bottom } = line;
  for (let box: Element | null = element; box; box = box.parentElement) {
    if (getComputedStyle(box).overflow === 'visible') continue;
    const edge = box.getBoundingClientRect();
    [left, top] = [Math.max(left, edge.left), Math.max(top, edge.top)];
    [right, bottom] = [Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
  }
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

/** What is for screen readers alone is meant to be cut. */
const isSeen = (element: Element): boolean =>
  !element.closest('.spoken') && !element.closest('svg') && element.checkVisibility({ visibilityProperty: true });

function isCut(box: HTMLElement): boolean {
  // Whatever is in a field can be scrolled to.
  if (box.localName === 'input') return false;
  const { overflowX, overflowY } = getComputedStyle(box);
  const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  return (
    (hides(overflowX) && box.scrollWidth > box.clientWidth + TOLERANCE_PX) ||
    (hides(overflowY) && box.scrollHeight > box.clientHeight + TOLERANCE_PX)
  );
}

/** Words may leave a box that has no edge to be seen, but neither a button nor the frame. */
function isOutside({ element, lines }: Text): boolean {
  const edge = element.closest('button, [popover], [part=panel]')?.getBoundingClientRect();
  return edge !== undefined && lines.some((line) => !isInside(line, edge));
}

const isInside = (line: DOMRect, edge: DOMRect): boolean =>
  line.left > edge.left - TOLERANCE_PX &&
  line.right < edge.right + TOLERANCE_PX &&
  line.top > edge.top - TOLERANCE_PX &&
  line.bottom < edge.bottom + TOLERANCE_PX;

function overlapping(texts: readonly Text[]): Text[] {
  return texts.filter((text, index) => {
    // Help lies over the rest, as it should.
    const layer = text.element.closest('[popover], dialog');
    return texts
      .slice(index + 1)
      .filter(({ element }) => element.closest('[popover], dialog') === layer)
      .some(({ lines }) => lines.some((line) => text.lines.some((other) => isOver(line, other))));
  });
}

const isOver = (a: DOMRect, b: DOMRect): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOLERANCE_PX &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > CROWDED_PX;

function isSmallTarget(box: HTMLElement): boolean {
  if (box.localName !== 'button' && box.localName !== 'a') return false;
  const { width, height } = box.getBoundingClientRect();
  return width < TARGET_PX - 0.01 || height < TARGET_PX - 0.01;
}

function finding(rule: string, element: Element): Finding {
  const message = `"${wordsOf(element)}"`;
  return { kind: 'violation', engine: 'layout', rule, message, where: nameOf(element) };
}

const wordsOf = (element: Element): string => element.textContent?.replace(/\s+/g, ' ').trim() ?? '';

const nameOf = (element: Element): string => element.getAttribute('part') || element.className || element.localName;
