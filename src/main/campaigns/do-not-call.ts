import type { Handlers } from '../../shared/ipc/contract.ts';
import type { DoNotCallImport } from '../../shared/models/do-not-call.ts';
import { FailureError } from '../../shared/models/failure.ts';
import type { Mask } from '../../shared/models/mask.ts';
import { noteInJournal } from '../commands/acts/act-record.ts';
import type { RunAct } from '../commands/acts/run-act.ts';
import type { Holds } from '../commands/holds/holds.ts';
import type { Me } from '../commands/identity.ts';
import type { JournalFacts } from '../commands/journal/entry.ts';
import type { Journal } from '../commands/journal/journal.ts';
import type { CampaignApi } from '../platform/campaigns/campaign-api.ts';
import { present } from '../platform/decode/present.ts';
import { addDoNotCallAct } from './acts/contact-acts.ts';
import { csvOf, MOST_EXPORTED, readAll } from './contacts.ts';

export interface DoNotCallDeps {
  readonly apiFor: (tenant: string) => CampaignApi;
  readonly run: RunAct;
  readonly holds: () => Pick<Holds, 'hold'>;
  readonly journal: Journal;
  /** How numbers leave: masked as the operator, or the fleet's policy, has them shown. */
  readonly mask: () => Mask;
  readonly me: () => Me | undefined;
}

/** The `doNotCall` group: the numbers that no campaign may call. Numbers are never written into the journal. */
export function doNotCallHandlers({ apiFor, run, holds, journal, me, mask }: DoNotCallDeps): Handlers['doNotCall'] {
  const note = (name: string, tenant: string, facts: JournalFacts) =>
    noteInJournal(journal, { name, tenant, me: me() ?? {}, facts }).catch((cause: unknown) => {
      const detail = { reason: 'journal-write-failed' };
      throw new FailureError('internal', 'The operator journal cannot be written', detail, { cause });
    });
  return {
    list: ({ tenant, text, next, limit }) => apiFor(tenant).doNotCall.list(text, present({ next, limit })),
    add: ({ tenant, phone, ...more }) => run(addDoNotCallAct(apiFor(tenant), tenant, { phone, ...present(more) })),
    remove: ({ tenant, entries }) =>
      holds().hold({
        tenant,
        action: 'removeDoNotCall',
        bulk: true,
        targets: entries.map((id) => ({ id, expected: { status: 'listed' } })),
        campaign: { kind: 'number' },
      }),
    async import({ tenant, entries }): Promise<DoNotCallImport> {
      // Noted before: a number may be on the list although the answer was lost. The list keeps each number once.
      await note('importDoNotCall', tenant, { numbers: entries.length });
      const done = await apiFor(tenant).doNotCall.import(
        entries.map((entry) => ({ phone: entry.phone, ...present({ reason: entry.reason }) })),
      );
      if (done === undefined) {
        throw new FailureError('unknown-outcome', 'The instance does not say what came of the import', {
          reason: 'unreadable-answer',
          operation: 'doNotCall.import',
        });
      }
      const { added, alreadyThere, invalid } = done;
      await note('importedDoNotCall', tenant, { added, alreadyThere, invalid: invalid.length });
      return done;
    },
    async export({ tenant, heads }) {
      const { items, cut } = await readAll((page) => apiFor(tenant).doNotCall.list(undefined, page), MOST_EXPORTED);
      await note('exportDoNotCall', tenant, { numbers: items.length, cut });
      const when = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());
      const lines = items.map(({ phone, reason, source, addedAt, addedBy, expiresAt }) => [
        mask().contact(phone),
        reason,
        source,
        when(addedAt),
        addedBy,
        when(expiresAt),
      ]);
      return { text: csvOf([heads, ...lines]), entries: items.length, cut };
    },
  };
}
