import type { BridgeApi } from '../../../../../shared/ipc/contract.ts';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import type { Failure } from '../../../../../shared/models/failure.ts';
import type { RowAspect } from '../../../../../shared/models/row-aspects.ts';
import { DEFAULT_RULE } from '../../../../../shared/models/triage-rule.ts';
import type { NextFrame } from '../../../lib/frame.ts';
import { isNewerRow } from '../../../lib/newer-row.ts';
import { createPace } from '../../../lib/pace.ts';
import { createPaintSampler } from '../../../lib/paint-samples.ts';
import { createRowOrder, type RowOrder } from '../../../lib/row-order.ts';
import { createRowStore, type RowStore } from '../../../lib/row-store.ts';
import { createSightReporter, type SightReporter } from '../../../lib/sight.ts';
import { createTally, type TallyStore } from '../../../lib/tally.ts';
import { matcher, NO_FILTERS, tallyKeys } from './filters.ts';
import { followedBy } from './followed.ts';
import { createNewcomers, type Newcomers } from './newcomers.ts';
import { compareFor } from './triage.ts';

export interface FeedState {
  readonly phase: 'loading' | 'open';
  /** Set when the stream broke; what was loaded stays. */
  readonly failure?: Failure;
}

/** All that Live View shows of one tenant, kept outside of React. */
export interface LiveData {
  readonly rows: RowStore<ConversationRow>;
  readonly order: RowOrder<ConversationRow>;
  readonly tally: TallyStore;
  /** What main is told of the screen: rows out of sight are only told as far as they are followed. */
  readonly sight: SightReporter<RowAspect>;
  readonly newcomers: Newcomers;
  readonly feed: () => FeedState;
  readonly subscribeFeed: (changed: () => void) => () => void;
  /** Opens the stream anew, after a failure. */
  readonly reopen: () => void;
  readonly close: () => void;
}

interface LiveDataOptions {
  readonly api: BridgeApi;
  readonly tenant: string;
  /** Gets event-to-paint samples for the window's own status bar; main gets them too. */
  readonly onPaints: (samples: readonly number[]) => void;
  readonly frames?: NextFrame;
}

/** How often counts are renewed: they stand in the header and in menus. */
const COUNT_MS = 250;

/**
 * How often rows change places at most. What a row says is drawn in the next frame; rows that swap sixty times a second
 * cannot be read, and moving them costs more than all else. A change after a calm moment moves its row at once.
 */
const ORDER_MS = 200;

/** Subscribes to a tenant's rows and keeps them, their order and their counts until closed. */
export function openLiveData({ api, tenant, onPaints, frames }: LiveDataOptions): LiveData {
  const rows = createRowStore<ConversationRow>(isNewerRow);
  // Before the order: a row must be known as new when it is drawn first.
  const newcomers = createNewcomers(rows);
  const timing = frames === undefined ? {} : { frames };
  const [orderPace, countPace] = [createPace(ORDER_MS), createPace(COUNT_MS)];
  const order = createRowOrder(rows, {
    compare: compareFor(undefined),
    matches: matcher(NO_FILTERS),
    frames: frames ?? orderPace.frames,
  });
  const tally = createTally(rows, tallyKeys, frames ?? countPace.frames);
  const listeners = new Set<() => void>();
  let feed: FeedState = { phase: 'loading' };

  const sampler = createPaintSampler({
    report: (samples) => {
      onPaints(samples);
      // Measuring must never disturb what is measured: a lost report is only a lost figure.
      api.app.reportPaint({ tenant, samples: [...samples] }).catch(() => undefined);
    },
    ...timing,
  });
  const setFeed = (next: FeedState) => {
    if (next.phase === feed.phase && next.failure === feed.failure) return;
    feed = next;
    for (const listener of listeners) listener();
  };
  const view = crypto.randomUUID();
  const open = () =>
    api.live.rows({ tenant, view }, (batch) => {
      if (!batch.ok) return setFeed({ ...feed, failure: batch.failure });
      rows.apply(batch.value);
      const { oldestEventAt } = batch.value;
      if (oldestEventAt !== undefined) {
        // Something on screen changed, and there will be a frame for it.
        sampler.note(oldestEventAt);
        orderPace.join();
        countPace.join();
      }
      setFeed({ phase: rows.loaded() ? 'open' : 'loading' });
    });
  let closeStream = open();
  const sight = createSightReporter<RowAspect>({
    rows,
    follow: followedBy(undefined, DEFAULT_RULE, NO_FILTERS),
    look: (shown, follow) => {
      // A window whose calls fail has lost main, and its streams with it.
      api.live.look({ tenant, view, shown: [...shown], follow: [...follow] }).catch(() => undefined);
    },
    ...timing,
  });

  return {
    rows,
    order,
    tally,
    sight,
    newcomers,
    feed: () => feed,
    subscribeFeed: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    reopen: () => {
      closeStream();
      setFeed({ phase: feed.phase });
      closeStream = open();
      sight.again();
    },
    close: () => {
      closeStream();
      sight.close();
      newcomers.close();
      order.close();
      tally.close();
      sampler.close();
    },
  };
}
