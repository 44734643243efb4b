import type { BridgeApi } from '../../shared/ipc/contract.ts';
import type { Envelope } from '../../shared/ipc/envelope.ts';
import { defaultBoard } from '../../shared/models/board.ts';
import { boardSchema } from '../../shared/models/board-schema.ts';
import type { InstanceSettings } from '../../shared/models/instance.ts';
import type { Labels } from '../../shared/models/metric.ts';
import { archiveAnswers } from './fake-archive.ts';
import { campaignAnswers } from './fake-campaigns.ts';
import { failed, ok } from './fake-envelopes.ts';
import { handOverAnswers } from './fake-hand-over.ts';
import { manifestAnswers } from './fake-manifest-answers.ts';
import { outboundAnswers } from './fake-outbound.ts';
import { qualityAnswers } from './fake-quality.ts';
import * as states from './fake-states.ts';
import { fakePast } from './fake-telemetry.ts';
import type { FakeMain, Mutable } from './fake-types.ts';

/** How the pretended main answers: as a healthy one would, over plain state. */
export function createAnswers({
  state,
  topics,
  say,
  setSession,
  tellPreferences,
  change,
  did,
  now,
}: FakeMain): Mutable<BridgeApi> {
  const done = <T>(name: string, input: unknown, value: T): Envelope<T> => {
    did(name, input);
    return ok(value);
  };
  const dropHold = (id: string): boolean => {
    const holds = state.holds.holds.filter((hold) => hold.id !== id);
    const found = holds.length < state.holds.holds.length;
    state.holds = { ...state.holds, holds };
    topics.holds.push(state.holds);
    return found;
  };
  const me = () => (state.session.kind === 'signed-in' ? state.session.user : { id: '', name: '' });

  return {
    ...archiveAnswers(did),
    campaigns: campaignAnswers(did),
    ...outboundAnswers(did),
    app: {
      info: async () => ok(state.appInfo),
      copyText: async (input) => done('app.copyText', input, undefined),
      saveText: async (input) => done('app.saveText', input, true),
      savePdf: async (input) => done('app.savePdf', input, true),
      saveImage: async (input) => done('app.saveImage', input, true),
      reportPaint: async (input) => done('app.reportPaint', input, undefined),
      screenReady: async (input) => done('app.screenReady', input, undefined),
      openWebApp: async () => done('app.openWebApp', undefined, undefined),
      openExternal: async (input) => done('app.openExternal', input, undefined),
    },
    handOver: handOverAnswers(did, now),
    quality: qualityAnswers(did, now),
    preferences: {
      state: (_input, on) => topics.preferences.open(on),
      change: async (patch) => {
        did('preferences.change', patch);
        const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
        state.preferences = { ...state.preferences, ...given };
        tellPreferences();
        return ok(undefined);
      },
    },
    instance: {
      get: async () => ok(state.instance),
      resolve: async ({ instance }) => {
        did('instance.resolve', { instance });
        if (!/^[a-z0-9-]+$/.test(instance)) return failed('invalid', { reason: 'instance-name', field: 'instance' });
        const settings: InstanceSettings = {
          ...state.instance.settings,
          instance,
          embedded: false,
          apiUrl: `https://${instance}.dialai.ca`,
          issuer: `https://auth.${instance}.dialai.ca/realms/dial-ai`,
        };
        return ok(settings);
      },
      save: async (settings) => {
        did('instance.save', settings);
        state.instance = { ...state.instance, settings };
        return ok(state.instance);
      },
    },
    session: {
      state: (_input, on) => topics.session.open(on),
      signIn: async () => {
        did('session.signIn');
        setSession({
          kind: 'signing-in',
          step: 'waiting-for-browser',
          deadline: now() + 300_000,
          vault: state.session.vault,
        });
        return ok(undefined);
      },
      openPageAgain: async () => done('session.openPageAgain', undefined, undefined),
      cancelSignIn: async () => {
        did('session.cancelSignIn');
        setSession({
          kind: 'signed-out',
          vault: state.session.vault,
          failure: failed('cancelled', { reason: 'cancelled' }).failure,
        });
        return ok(undefined);
      },
      signInWithToken: async () => {
        did('session.signInWithToken');
        setSession({ ...states.signedIn, method: 'pasted', expiresAt: now() + 900_000 });
        return ok(undefined);
      },
      signOut: async () => {
        did('session.signOut');
        setSession({ kind: 'signed-out', vault: state.session.vault });
        return ok(undefined);
      },
      chooseVault: async ({ mode }) => {
        did('session.chooseVault', { mode });
        setSession({ ...state.session, vault: { ...state.session.vault, mode } });
        return ok(undefined);
      },
      activateTenant: async ({ tenant }) => {
        did('session.activateTenant', { tenant });
        if (state.session.kind === 'signed-in') setSession({ ...state.session, activeTenant: tenant });
        return ok(undefined);
      },
      addTenant: async ({ tenant }) => {
        did('session.addTenant', { tenant });
        if (state.session.kind === 'signed-in') {
          setSession({ ...state.session, tenants: [...state.session.tenants, { slug: tenant, name: tenant }] });
        }
        return ok(undefined);
      },
    },
    binding: {
      report: async () => ok(state.report),
      refresh: async () => {
        did('binding.refresh');
        state.report = { ...state.report, source: 'fetched', fetchedAt: now() };
        return ok(state.report);
      },
      override: async (input) => {
        did('binding.override', input);
        const { operation, target } = input;
        state.report = {
          ...state.report,
          operations: state.report.operations.map((binding) => {
            if (binding.operation !== operation) return binding;
            if (target === undefined) return { ...binding, rule: 'path-shape' };
            return { ...binding, bound: true, rule: 'override', method: target.method, path: target.path };
          }),
        };
        return ok(state.report);
      },
    },
    live: {
      rows: (_input, on) => topics.rows.open(on),
      look: async (input) => done('live.look', input, undefined),
      read: async ({ ids }) => ok(ids.flatMap((id) => state.rows.get(id) ?? [])),
      transcript: ({ id }, on) => topics.transcript(id).open(on),
      status: (_input, on) => topics.hub.open(on),
      away: (_input, on) => topics.away.open(on),
      acknowledgeAway: async (input) => {
        did('live.acknowledgeAway', input);
        const { ids } = input;
        state.away = {
          ...state.away,
          items: ids === undefined ? [] : state.away.items.filter(({ id }) => !ids.includes(id)),
        };
        topics.away.push(state.away);
        return ok(undefined);
      },
      report: async () => ok({ at: now(), status: state.hub, rows: state.rows.size, away: state.away.items.length }),
      refresh: async (input) => done('live.refresh', input, undefined),
    },
    conversations: {
      takeOver: async (input) => {
        did('conversations.takeOver', input);
        const { id, name } = me();
        return ok(
          change(input.id, {
            handler: { kind: 'human', userId: id, name, since: now() },
            aiState: 'paused',
            status: 'in_progress',
          }),
        );
      },
      reply: async (input) => {
        did('conversations.reply', input);
        say(input.id, {
          id: input.clientMessageId,
          role: 'csr',
          author: me().name,
          text: input.text,
          at: now(),
          clientMessageId: input.clientMessageId,
        });
        return ok(change(input.id, { lastMessageAt: now() }));
      },
      handBack: async (input) =>
        done('conversations.handBack', input, change(input.id, { handler: { kind: 'ai' }, aiState: 'running' })),
      transfer: async (input) =>
        done(
          'conversations.transfer',
          input,
          change(input.id, { handler: { kind: 'none' }, status: 'transferred', ended: true }),
        ),
      complete: async (input) =>
        done('conversations.complete', input, change(input.id, { status: 'completed', ended: true, endedAt: now() })),
      bulk: async (input) => {
        did('conversations.bulk', input);
        const total = input.targets.length;
        const counts = { total, done: total, refused: 0, unknown: 0, cancelled: 0, waiting: 0 };
        const results = input.targets.map(({ id }) => ({ conversation: id, result: { outcome: 'done' } as const }));
        return ok({ hold: 'hold-1', counts, results });
      },
      internalContacts: async () => ok(state.contacts),
      told: (_input, on) => topics.told.open(on),
    },
    manifests: manifestAnswers({ state, topics, did }),
    holds: {
      state: (_input, on) => topics.holds.open(on),
      undo: async (input) => done('holds.undo', input, dropHold(input.id)),
      sendNow: async (input) => done('holds.sendNow', input, dropHold(input.id)),
      cancelRest: async (input) => done('holds.cancelRest', input, true),
      again: async (input) => done('holds.again', input, dropHold(input.id)),
      dismiss: async (input) => done('holds.dismiss', input, dropHold(input.id)),
    },
    journal: {
      list: async (input) => done('journal.list', input, { entries: state.journal, total: state.journal.length }),
      verify: async () =>
        done('journal.verify', undefined, { intact: true, lines: state.journal.length, torn: 0, problems: [] }),
      export: async (input) =>
        done('journal.export', input, { suggestedName: 'journal.jsonl', text: '', entries: state.journal.length }),
    },
    views: {
      get: async () => ok(state.views),
      set: async (input) => {
        did('views.set', input);
        state.views = input.views;
        return ok(undefined);
      },
    },
    replies: {
      get: async () => ok(state.replies),
      set: async (input) => {
        did('replies.set', input);
        state.replies = input.replies;
        return ok(undefined);
      },
    },
    telemetry: {
      state: (_input, on) => topics.telemetry.open(on),
      refresh: async (input) => done('telemetry.refresh', input, undefined),
      past: async ({ series, from, to }) =>
        ok(series.map(({ metric, labels }) => ({ ...fakePast(metric, labels, from, to), coming: state.pastComing }))),
      pastParts: async ({ metric, by, from, to }) =>
        ok({
          parts: ['Outage report', 'Billing inquiry', 'Move-in'].map((name) => {
            const values: Labels = { flow: name, function: 'lookupMeter', reason: 'time-out' };
            const labels = Object.fromEntries(by.map((label) => [label, values[label] ?? name]));
            return fakePast(metric, labels, from, to);
          }),
          missing: state.pastMissing,
          coming: state.pastComing,
        }),
      annotations: async ({ from, to }) => ok(state.annotations.filter(({ at }) => at >= from && at < to)),
      board: async ({ role }) => ok(state.boards.get(role) ?? defaultBoard(role)),
      setBoard: async (input) => {
        did('telemetry.setBoard', input);
        state.boards.set(input.role, input.board);
        return ok(undefined);
      },
      resetBoard: async (input) => {
        did('telemetry.resetBoard', input);
        state.boards.delete(input.role);
        return ok(defaultBoard(input.role));
      },
      readBoard: async ({ text }) => {
        const parsed = boardSchema.safeParse(JSON.parse(text));
        return parsed.success ? ok(parsed.data) : failed('invalid', { reason: 'board-malformed', field: 'tiles' });
      },
    },
    alerts: {
      state: (_input, on) => topics.alerts.open(on),
      saveMetricRules: async (input) => {
        did('alerts.saveMetricRules', input);
        state.alerts = { ...state.alerts, metricRules: input.rules };
        topics.alerts.push(state.alerts);
        return ok(undefined);
      },
      tryMetricRule: async (input) =>
        done('alerts.tryMetricRule', input, {
          from: now() - 86_400_000,
          to: now(),
          points: 1_440,
          hits: [{ from: now() - 3_600_000, until: now() - 3_000_000, value: 12 }],
          sampleUnknown: input.rule.minSamples > 0,
        }),
      saveRules: async (input) => {
        did('alerts.saveRules', input);
        state.alerts = { ...state.alerts, rules: input.rules };
        topics.alerts.push(state.alerts);
        return ok(undefined);
      },
      savePreferences: async (preferences) => {
        did('alerts.savePreferences', preferences);
        state.alerts = { ...state.alerts, preferences };
        topics.alerts.push(state.alerts);
        return ok(undefined);
      },
      tryRule: async (input) =>
        done('alerts.tryRule', input, {
          recording: { from: now() - 180_000, to: now(), entries: 400 },
          count: 3,
          hits: [
            {
              conversation: 'c-7',
              contact: '+1 416 555 0107',
              at: now() - 60_000,
              because: [{ condition: { kind: 'risk', atLeast: 3 }, seen: 4 }],
            },
          ],
        }),
      acknowledge: async (input) => {
        did('alerts.acknowledge', input);
        const inbox = state.alerts.inbox.map((alert) =>
          input.ids.includes(alert.id) ? { ...alert, acknowledged: true } : alert,
        );
        state.alerts = { ...state.alerts, inbox };
        topics.alerts.push(state.alerts);
        topics.glance.push({
          open: inbox.filter(({ state, acknowledged }) => state === 'active' && !acknowledged).length,
        });
        return ok(undefined);
      },
      snooze: async (input) => done('alerts.snooze', input, undefined),
      sounds: () => () => undefined,
      glance: (_input, on) => topics.glance.open(on),
    },
    windows: {
      tearOff: async (input) => done('windows.tearOff', input, undefined),
      goTo: async (input) => done('windows.goTo', input, undefined),
      displays: async () => ok([{ id: '1', label: 'Built-in', width: 1920, height: 1080, primary: true }]),
      openWall: async (input) => done('windows.openWall', input, undefined),
      setKiosk: async (input) => {
        did('windows.setKiosk', input);
        state.wall = { ...state.wall, kiosk: input.on };
        topics.wall.push(state.wall);
        return ok(undefined);
      },
      wall: (_input, on) => topics.wall.open(on),
      setWall: async (input) => {
        did('windows.setWall', input);
        state.wall = { ...state.wall, layout: input.layout };
        topics.wall.push(state.wall);
        return ok(undefined);
      },
    },
    drafts: {
      get: async ({ tenant, id }) => ok(state.drafts.get(`${tenant}/${id}`) ?? ''),
      set: async ({ tenant, id, text, origin = '' }) => {
        did('drafts.set', { tenant, id, text });
        state.drafts.set(`${tenant}/${id}`, text);
        topics.drafts.push([{ tenant, id, text, origin }]);
        return ok(undefined);
      },
      changes: (_input, on) => topics.drafts.open(on),
      problem: (_input, on) => topics.draftsHealth.open(on),
    },
  };
}
