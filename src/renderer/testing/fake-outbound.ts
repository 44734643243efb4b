import type { BridgeApi } from '../../shared/ipc/contract.ts';
import type { BreakersView } from '../../shared/models/breaker.ts';
import type { CampaignContact } from '../../shared/models/campaign-contact.ts';
import type { DoNotCallEntry } from '../../shared/models/do-not-call.ts';
import type { BulkResult } from '../../shared/models/hold.ts';
import { isRestorable, type PanicReport, type PanicView } from '../../shared/models/panic.ts';
import { failed, ok } from './fake-envelopes.ts';
import { createTopic } from './topic.ts';

const NOW = Date.parse('2026-11-23T14:00:00Z');
const PEOPLE = 450;

const person = (nth: number): CampaignContact => ({
  id: `p-${nth}`,
  phone: `+1416555${String(nth).padStart(4, '0')}`,
  firstName: 'Ann',
  lastName: `Roy ${nth}`,
  timeZone: nth % 2 === 0 ? 'America/Toronto' : 'America/Vancouver',
  variables: {},
  state: nth === 1 ? 'unreachable' : 'pending',
  attempts: nth === 1 ? 2 : 0,
  ...(nth === 1 && { disposition: 'no-answer', lastAttemptAt: NOW - 60_000, transcriptId: 't-9' }),
});
const people = Array.from({ length: PEOPLE }, (_, at) => person(at + 1));

const numbers: readonly DoNotCallEntry[] = [
  { id: 'n-1', phone: '+14165550199', reason: 'Asked to', source: 'operator', addedAt: NOW, addedBy: 'Morgan Roy' },
  { id: 'n-2', phone: '+14165550198', source: 'unsubscribed', addedAt: NOW, addedBy: 'AI agent' },
];

const bulk = (ids: readonly string[]): BulkResult => ({
  hold: 'hold-1',
  counts: { total: ids.length, done: ids.length, refused: 0, unknown: 0, cancelled: 0, waiting: 0 },
  results: [],
});

/** Contacts, do-not-call, the panic key and breakers of the pretended main: they do what they are told at once. */
export function outboundAnswers(
  did: (name: string, input?: unknown) => void,
): Pick<BridgeApi, 'contacts' | 'doNotCall' | 'panic' | 'safety'> {
  let panicView: PanicView = { shortcut: 'CommandOrControl+Alt+Shift+P', shortcutWorks: true, reports: [] };
  const panic = createTopic<PanicView>(() => panicView);
  let safetyView: BreakersView = { stuckMinutes: 5, breakers: [], readings: [], trips: [] };
  const safety = createTopic<BreakersView>(() => safetyView);
  const show = (reports: readonly PanicReport[]) => {
    panicView = { ...panicView, reports };
    panic.push(panicView);
  };
  return {
    contacts: {
      list: async ({ filter, next, limit = 200 }) => {
        did('contacts.list', { filter, next });
        const passing = people.filter(({ state }) => filter.state === undefined || state === filter.state);
        const from = Number(next ?? 0);
        const to = from + limit;
        return ok({
          items: passing.slice(from, to),
          total: passing.length,
          ...(to < passing.length && { next: String(to) }),
        });
      },
      get: async ({ contact }) => {
        const found = people.find(({ id }) => id === contact);
        if (found === undefined) return failed('not-found');
        const history = [
          { attempt: 1, at: NOW - 9_000_000, endedAt: NOW - 8_990_000, disposition: 'busy', unreported: false },
          {
            attempt: 2,
            at: NOW - 60_000,
            endedAt: NOW - 30_000,
            disposition: 'no-answer',
            transcriptId: 't-9',
            durationSeconds: 30,
            unreported: false,
          },
        ];
        return ok({
          ...found,
          history: found.attempts === 2 ? history : [],
          notCalledBecause: { code: 'outside-window', until: NOW + 3_600_000 },
        });
      },
      add: async (input) => {
        did('contacts.add', input);
        return ok({ outcome: 'done' });
      },
      collect: async ({ filter }) => {
        const passing = people.filter(({ state }) => filter.state === undefined || state === filter.state);
        return ok({ targets: passing.map(({ id, state }) => ({ id, state })), cut: false });
      },
      act: async (input) => {
        did('contacts.act', input);
        return ok(bulk(input.targets.map(({ id }) => id)));
      },
      export: async (input) => {
        did('contacts.export', input);
        return ok({ text: 'Number\r\n', entries: PEOPLE, cut: false });
      },
    },
    doNotCall: {
      list: async () => ok({ items: numbers, total: numbers.length }),
      add: async (input) => {
        did('doNotCall.add', input);
        return ok({ outcome: 'done' });
      },
      remove: async (input) => {
        did('doNotCall.remove', input);
        return ok(bulk(input.entries));
      },
      import: async (input) => {
        did('doNotCall.import', input);
        return ok({ added: input.entries.length, alreadyThere: 0, invalid: [] });
      },
      export: async (input) => {
        did('doNotCall.export', input);
        return ok({ text: 'Number\r\n', entries: numbers.length, cut: false });
      },
    },
    panic: {
      state: (_input, on) => panic.open(on),
      press: async () => {
        did('panic.press');
        const report: PanicReport = {
          id: 'r-1',
          at: NOW,
          from: 'window',
          done: true,
          entries: [
            { tenant: 'northwind', campaignId: 'k-1', name: 'Winter plans', stateBefore: 'running', outcome: 'paused' },
            {
              tenant: 'northwind',
              campaignId: 'k-2',
              name: 'Spring plans',
              stateBefore: 'paused',
              outcome: 'already-paused',
            },
            {
              tenant: 'maritime',
              campaignId: 'k-3',
              name: 'Surveys',
              stateBefore: 'running',
              outcome: 'refused',
              failure: { code: 'forbidden', message: 'No.' },
            },
          ],
          unreachable: [],
        };
        show([report]);
        return ok(report);
      },
      look: async ({ report }) => {
        const entries = panicView.reports.find(({ id }) => id === report)?.entries ?? [];
        return ok(
          entries.filter(isRestorable).map(({ tenant, campaignId, name }) => ({
            tenant,
            campaignId,
            name,
            verdict: 'ready',
            dialableNow: 80,
          })),
        );
      },
      restore: async (input) => {
        did('panic.restore', input);
        return ok([bulk(input.targets.map(({ campaign }) => campaign))]);
      },
      dismiss: async ({ report }) => {
        show(panicView.reports.filter(({ id }) => id !== report));
        return ok(undefined);
      },
      setShortcut: async ({ keys }) => {
        panicView = { ...panicView, shortcut: keys };
        panic.push(panicView);
        return ok(undefined);
      },
    },
    safety: {
      state: (_input, on) => safety.open(on),
      save: async (input) => {
        did('safety.save', input);
        safetyView = { ...safetyView, ...input.safety };
        safety.push(safetyView);
        return ok(undefined);
      },
    },
  };
}
