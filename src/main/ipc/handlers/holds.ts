import type { Handlers } from '../../../shared/ipc/contract.ts';
import { FailureError } from '../../../shared/models/failure.ts';

const notOffered = (): never => {
  throw new FailureError('unavailable', 'Not offered by this build');
};

/** Until the services behind them are wired. */
export const unwired: Pick<Handlers, 'holds' | 'journal'> & {
  live: Pick<Handlers['live'], 'away' | 'acknowledgeAway' | 'report'>;
  conversations: Pick<Handlers['conversations'], 'bulk'>;
} = {
  live: { away: notOffered, acknowledgeAway: notOffered, report: notOffered },
  conversations: { bulk: notOffered },
  holds: {
    state: () => ({ take: () => undefined, close: () => undefined }),
    undo: notOffered,
    sendNow: notOffered,
    cancelRest: notOffered,
    again: notOffered,
    dismiss: notOffered,
  },
  journal: { list: notOffered, verify: notOffered, export: notOffered },
};
