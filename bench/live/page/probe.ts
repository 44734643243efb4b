// Put into the console's window, and into the peer's page: times what becomes visible, by the page itself.
import { afterPaint, watchFrames } from './frames.ts';

type Paint = readonly [id: string, stamp: number, at: number];

interface Scrolled {
  readonly frames: number;
  readonly ms: number;
  readonly longest: number;
}

const shown = new Map<string, number>();
let changed = new Set<Element>();
let paints: Paint[] = [];
let longTasks = 0;
let waiting: { readonly stamp: number; readonly done: (at: number) => void }[] = [];

function note(node: Node): void {
  const element = node instanceof Element ? node : node.parentElement;
  const row = element?.closest('[data-row]');
  if (row !== null && row !== undefined) changed.add(row);
  else if (element !== null) for (const inner of element.querySelectorAll('[data-row]')) changed.add(inner);
}

/** The moment of the event that a row shows. */
function stampOf(row: Element): number {
  const text = row.querySelector('[data-column="flow"]')?.textContent ?? '';
  return Number(/E(\d{13})/.exec(text)?.[1] ?? 0);
}

function collect(): void {
  const drawn: [id: string, stamp: number][] = [];
  for (const row of changed) {
    const id = row.getAttribute('data-row') ?? '';
    const stamp = stampOf(row);
    if (stamp === 0 || shown.get(id) === stamp) continue;
    shown.set(id, stamp);
    drawn.push([id, stamp]);
  }
  changed = new Set();
  if (drawn.length === 0) return;
  afterPaint(() => {
    const at = Date.now();
    for (const [id, stamp] of drawn) paints.push([id, stamp, at]);
    const newest = Math.max(...drawn.map(([, stamp]) => stamp));
    for (const { stamp, done } of waiting) if (newest >= stamp) done(at);
    waiting = waiting.filter(({ stamp }) => newest < stamp);
  });
}

function start(): void {
  watchFrames();
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks += duration;
  }).observe({ type: 'longtask' });
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      note(target);
      for (const node of addedNodes) note(node);
    }
    collect();
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** What was drawn since this was last asked. */
function takePaints(): readonly Paint[] {
  const taken = paints;
  paints = [];
  return taken;
}

/** Milliseconds of tasks over 50 ms since this was last asked. */
function takeLongTasks(): number {
  const taken = longTasks;
  longTasks = 0;
  return taken;
}

/** Resolves with the moment at which an event made at `stamp` or later was drawn. */
function painted(stamp: number): Promise<number> {
  if ([...shown.values()].some((at) => at >= stamp)) return Promise.resolve(Date.now());
  return new Promise((done) => waiting.push({ stamp, done }));
}

/** Scrolls the table down by a little more than a row a frame and counts the frames. */
function scroll(forMs: number): Promise<Scrolled> {
  const scroller = document.querySelector('[data-row]')?.closest('.virtual-table');
  if (!(scroller instanceof HTMLElement)) throw new Error('there is no table to scroll');
  return new Promise((done) => {
    const since = performance.now();
    let before = since;
    let frames = 0;
    let longest = 0;
    const step = () => {
      const now = performance.now();
      longest = Math.max(longest, now - before);
      before = now;
      if (now - since >= forMs) {
        scroller.scrollTop = 0;
        done({ frames, ms: now - since, longest });
        return;
      }
      frames += 1;
      scroller.scrollTop += 37;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}

function articleWith(text: string): Element | undefined {
  return [...document.querySelectorAll('article')].find((article) => article.textContent?.includes(text));
}

/** Whether it can be read: not scrolled out of sight, and nothing over it. */
function isInSight(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}

/** Clicks on the first row and resolves with the milliseconds until the text is drawn, where it can be read. */
function open(text: string): Promise<number> {
  return new Promise((done) => {
    const since = performance.now();
    const drawn = () => {
      const at = performance.now();
      const article = articleWith(text);
      if (article !== undefined && isInSight(article)) done(at - since);
      else requestAnimationFrame(() => afterPaint(drawn));
    };
    const observer = new MutationObserver(() => {
      if (articleWith(text) === undefined) return;
      observer.disconnect();
      afterPaint(drawn);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    document.querySelector<HTMLElement>('[data-row] td')?.click();
  });
}

Object.assign(globalThis, { benchProbe: { start, takePaints, takeLongTasks, painted, scroll, open } });
