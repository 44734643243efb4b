import type { ActiveFault, FaultBook } from '../faults/fault-book.ts';
import type { StreamFaultKind } from '../faults/fault-rule.ts';

export interface SpoiltFrames {
  readonly text: string;
  /** What happens to the connection after the text. */
  readonly end: 'none' | 'cut' | 'unauthorized';
}

/** The faults of one connection. Heartbeats are not counted. */
export interface StreamFaults {
  /** Silent from now on, heartbeats too, without closing. */
  readonly stalled: boolean;
  spoil(frames: readonly string[]): SpoiltFrames;
}

/**
 * Spoils a connection's frames by the rules in the book, which may change while it is open.
 *
 * @param operation whose rules count
 */
export function createStreamFaults(book: FaultBook, operation: string): StreamFaults {
  let count = 0;
  let held = '';
  let stalled = false;
  const due = (kind: StreamFaultKind): ActiveFault | undefined => {
    const fault = book.matching(kind, operation).find(({ rule }) => count % rule.every === 0);
    if (fault) book.strike(fault.id);
    return fault;
  };
  const one = (frame: string): string => {
    const before = held;
    held = '';
    if (due('reorder-events')) {
      held = frame;
      return before;
    }
    if (due('malformed-events')) return malformed(frame) + before;
    const oversize = due('oversize-event');
    const sent = oversize ? padded(frame, oversize.rule.bytes) : frame;
    return (due('duplicate-events') ? sent + sent : sent) + before;
  };
  return {
    get stalled() {
      return stalled;
    },
    spoil(frames) {
      if (book.list().length === 0 && held === '') {
        count += frames.length;
        return { text: frames.join(''), end: 'none' };
      }
      let text = '';
      for (const frame of frames) {
        count += 1;
        text += one(frame);
        if (due('cut-stream')) return { text, end: 'cut' };
        if (due('unauthorized-mid-stream')) return { text, end: 'unauthorized' };
        if (due('stall-stream')) {
          stalled = true;
          return { text, end: 'none' };
        }
      }
      return { text, end: 'none' };
    },
  };
}

/** Half of the data, so that it is no JSON; the id stays, as a real truncation by a proxy leaves it. */
function malformed(frame: string): string {
  const body = frame.trimEnd();
  const data = body.indexOf('data: ') + 'data: '.length;
  return `${body.slice(0, data + Math.ceil((body.length - data) / 2))}\n\n`;
}

function padded(frame: string, bytes: number): string {
  return frame.replace(/\}\n\n$/, `,"padding":"${'x'.repeat(bytes)}"}\n\n`);
}
