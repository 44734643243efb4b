import type { Handlers, StreamSource } from '../../../shared/ipc/contract.ts';
import type { BulkResult } from '../../../shared/models/hold.ts';
import type { PanicView } from '../../../shared/models/panic.ts';
import type { Holds } from '../../commands/holds/holds.ts';
import type { Panic } from './panic.ts';

/** The keys that press it, wherever the operator is; made of what the system offers. */
export interface PanicKeys {
  readonly current: () => string;
  readonly works: () => boolean;
  /** Takes other keys; empty for none. */
  set(keys: string): void;
  subscribe(listener: () => void): () => void;
}

/** The `panic` group. Resuming is a held command as any other; only what the panic paused can be resumed by it. */
export function panicHandlers(panic: Panic, keys: PanicKeys, holds: () => Pick<Holds, 'hold'>): Handlers['panic'] {
  return {
    state: (_input, changed) => withKeys(panic, keys, changed),
    press: () => panic.press('window'),
    look: ({ report }) => panic.look(report),
    async restore({ report, targets }) {
      const wanted = new Set(targets.map(({ tenant, campaign }) => `${tenant}\n${campaign}`));
      const ready = (await panic.look(report)).filter(
        ({ tenant, campaignId, verdict }) => verdict === 'ready' && wanted.has(`${tenant}\n${campaignId}`),
      );
      const tenants = [...new Set(ready.map(({ tenant }) => tenant))];
      return Promise.all(
        tenants.map((tenant): Promise<BulkResult> => {
          const own = ready.filter((one) => one.tenant === tenant);
          const [only] = own;
          const single = own.length === 1 && only !== undefined ? { id: only.campaignId, name: only.name } : {};
          return holds().hold({
            tenant,
            action: 'resumeDispatcher',
            bulk: true,
            targets: own.map(({ campaignId, name, state = '', revision }) => ({
              id: campaignId,
              name,
              expected: { status: state, revision },
            })),
            campaign: { kind: 'campaign', ...single },
          });
        }),
      );
    },
    dismiss: ({ report }) => panic.dismiss(report),
    setShortcut: ({ keys: next }) => keys.set(next),
  };
}

function withKeys(panic: Panic, keys: PanicKeys, changed: () => void): StreamSource<PanicView> {
  let fresh = false;
  const source = panic.open(changed);
  const end = keys.subscribe(() => {
    fresh = true;
    changed();
  });
  return {
    take() {
      const view = source.take() ?? (fresh ? panic.view() : undefined);
      fresh = false;
      return view === undefined ? undefined : { ...view, shortcut: keys.current(), shortcutWorks: keys.works() };
    },
    close() {
      source.close();
      end();
    },
  };
}
