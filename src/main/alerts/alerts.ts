import type { Handlers, StreamSource } from '../../shared/ipc/contract.ts';
import type { RowsBatch } from '../../shared/ipc/live-batches.ts';
import type { Alert, AlertsGlance, CampaignAlert } from '../../shared/models/alert.ts';
import type { ConversationRow } from '../../shared/models/conversation.ts';
import { FailureError } from '../../shared/models/failure.ts';
import type { Annotation } from '../../shared/models/telemetry.ts';
import type { StreamedEvent } from '../platform/tenant-api.ts';
import type { Clock } from '../storage/clock.ts';
import type { AlertBook } from './alert-book.ts';
import { Inbox, isOpen } from './inbox.ts';
import { MetricAlerts, type MetricAlertsDeps } from './metrics/metric-alerts.ts';
import { NoticeBoard, type ShowNotice } from './notice-board.ts';
import { SoundLine } from './sound-line.ts';
import { TenantWatch } from './tenant-watch.ts';
import { worstOf } from './worst.ts';

export interface AlertsDeps {
  readonly clock: Clock;
  readonly book: AlertBook;
  readonly openRows: (tenant: string, changed: () => void) => StreamSource<RowsBatch>;
  readonly skew: (tenant: string) => number;
  readonly show: ShowNotice;
  /** Where rules on metrics get their numbers from. */
  readonly telemetry: MetricAlertsDeps['telemetry'];
}

/** What stands outside of the windows: badge and tray. */
export interface OutsideGlance extends AlertsGlance {
  readonly worst: readonly { readonly tenant: string; readonly row: ConversationRow }[];
}

export interface Alerts {
  readonly handlers: Handlers['alerts'];
  /** Watches these tenants from now on: the first is the one on screen. None after sign-out, which forgets everything. */
  watch(tenants: readonly string[]): void;
  /** Events of a tenant's stream. */
  hear(tenant: string, events: readonly StreamedEvent[]): void;
  /** When rules on metrics fired and stopped. */
  marks(tenant: string): readonly Annotation[];
  /** A tenant's alerts of this run, newest first. */
  list(tenant: string): readonly Alert[];
  /** Raises an alert about a campaign; told of as loudly as any other. */
  tellCampaign(alert: Pick<CampaignAlert, 'tenant' | 'rule' | 'campaign' | 'said'>): void;
  endCampaign(tenant: string, rule: string, campaign: string): void;
  acknowledge(ids: readonly string[]): void;
  snooze(ids: readonly string[], minutes: number): void;
  row(tenant: string, id: string): ConversationRow | undefined;
  glance(): OutsideGlance;
  /** Told after any change, at most once in a short while. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

const TICK_MS = 1_000;
const WORST = 5;

/** Makes the alerts of this console: rules watched on live data, an inbox, notifications and sounds. */
export function createAlerts({ clock, book, openRows, skew, show, telemetry }: AlertsDeps): Alerts {
  const inbox = new Inbox();
  const watches = new Map<string, TenantWatch>();
  const listeners = new Set<() => void>();
  const sounds = new SoundLine();
  let cancelTick: (() => void) | undefined;

  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const board = new NoticeBoard({
    clock,
    inbox,
    preferences: book.preferences,
    show: (notice) => {
      changed();
      return show(notice);
    },
    play: (sound) => sounds.play(sound),
  });
  const raise = (alerts: readonly (Alert | undefined)[]): void => {
    for (const alert of alerts) if (alert !== undefined) board.add(alert.id);
    changed();
  };
  const metrics = new MetricAlerts({
    now: clock.now,
    telemetry,
    onEdges: (tenant, edges) => raise(edges.map((edge) => inbox.takeMetric(tenant, edge, clock.now()))),
  });
  const tick = (): void => {
    for (const watch of watches.values()) watch.tick();
    metrics.tick();
    const woken = inbox.wake(clock.now());
    if (woken.length > 0) raise(woken);
    board.tick();
    changed();
    cancelTick = clock.after(TICK_MS, tick);
  };
  const start = (tenant: string): void => {
    const watch = new TenantWatch({
      clock,
      open: (tell) => openRows(tenant, tell),
      skew: () => skew(tenant),
      onEdges: (edges) => raise(edges.map((edge) => inbox.take(tenant, edge, clock.now()))),
    });
    watches.set(tenant, watch);
    try {
      watch.start(book.rules(tenant));
      metrics.setRules(tenant, book.metricRules(tenant));
    } catch {
      // No way to this tenant now (no token): it is tried anew when the session next changes.
      watches.delete(tenant);
    }
  };
  const watched = (tenant: string): TenantWatch => {
    const watch = watches.get(tenant);
    if (watch === undefined)
      throw new FailureError('unavailable', 'This tenant is not watched', { reason: 'not-watched' });
    return watch;
  };
  const acknowledge = (ids: readonly string[]): void => {
    inbox.acknowledge(ids);
    board.tick();
    changed();
  };
  const snooze = (ids: readonly string[], minutes: number): void => {
    inbox.snooze(ids, clock.now() + minutes * 60_000);
    board.tick();
    changed();
  };

  return {
    handlers: {
      state: ({ tenant }, tell) => {
        let fresh = true;
        const note = (): void => {
          fresh = true;
          tell();
        };
        listeners.add(note);
        let last = '';
        return {
          take() {
            if (!fresh) return undefined;
            fresh = false;
            const view = {
              rules: book.rules(tenant),
              metricRules: book.metricRules(tenant),
              preferences: book.preferences(),
              inbox: inbox.list(tenant),
              recording: watches.get(tenant)?.span() ?? { entries: 0 },
            };
            // The clock ticks once a second; a window is told only what differs, the span of the recording aside.
            const now = JSON.stringify([view.rules, view.metricRules, view.preferences, view.inbox]);
            if (now === last) return undefined;
            last = now;
            return view;
          },
          close: () => listeners.delete(note),
        };
      },
      saveRules: ({ tenant, rules }) => {
        book.setRules(tenant, rules);
        watches.get(tenant)?.setRules(book.rules(tenant));
        changed();
      },
      saveMetricRules: ({ tenant, rules }) => {
        book.setMetricRules(tenant, rules);
        if (watches.has(tenant)) metrics.setRules(tenant, book.metricRules(tenant));
        changed();
      },
      savePreferences: (preferences) => {
        book.setPreferences(preferences);
        changed();
      },
      tryRule: ({ tenant, rule }) => watched(tenant).try(rule),
      tryMetricRule: ({ tenant, rule }) => metrics.try(tenant, rule),
      acknowledge: ({ ids }) => acknowledge(ids),
      snooze: ({ ids, minutes }) => snooze(ids, minutes),
      sounds: (_input, tell) => sounds.open(tell),
      glance: (_input, tell) => {
        let last = -1;
        listeners.add(tell);
        return {
          take() {
            const open = inbox.list().filter(isOpen).length;
            if (open === last) return undefined;
            last = open;
            return { open };
          },
          close: () => listeners.delete(tell),
        };
      },
    },
    watch(tenants) {
      const wanted = new Set(tenants);
      for (const [tenant, watch] of watches) {
        if (wanted.has(tenant)) continue;
        watch.stop();
        watches.delete(tenant);
        metrics.forget(tenant);
      }
      if (tenants.length === 0) {
        board.close();
        inbox.clear();
        metrics.forgetAll();
        cancelTick?.();
        cancelTick = undefined;
      } else cancelTick ??= clock.after(TICK_MS, tick);
      for (const tenant of wanted) if (!watches.has(tenant)) start(tenant);
      changed();
    },
    list: (tenant) => inbox.list(tenant),
    marks: (tenant) => metrics.marks(tenant),
    tellCampaign: (alert) => raise([inbox.takeCampaign(alert, clock.now())]),
    endCampaign(tenant, rule, campaign) {
      inbox.endCampaign(tenant, rule, campaign);
      changed();
    },
    hear: (tenant, events) => watches.get(tenant)?.hear(events),
    acknowledge,
    snooze,
    row: (tenant, id) => watches.get(tenant)?.row(id),
    glance() {
      const [first] = watches;
      const worst =
        first === undefined ? [] : worstOf(first[1].rows(), WORST).map((row) => ({ tenant: first[0], row }));
      return { open: inbox.list().filter(isOpen).length, worst };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      cancelTick?.();
      board.close();
      for (const watch of watches.values()) watch.stop();
      watches.clear();
      metrics.forgetAll();
    },
  };
}
