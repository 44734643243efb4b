import type { Handlers } from '../../shared/ipc/contract.ts';
import type { Alert, ConversationAlert } from '../../shared/models/alert.ts';
import type { ConversationRow } from '../../shared/models/conversation.ts';
import type { SessionState } from '../../shared/models/session.ts';
import { type AlertBook, alertBook } from '../alerts/alert-book.ts';
import { type Alerts, createAlerts } from '../alerts/alerts.ts';
import { type AlertLanguage, alertWords } from '../alerts/words.ts';
import type { Clock } from '../storage/clock.ts';
import type { Log } from '../storage/log.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { showNotification } from './notifications.ts';
import { showGlance } from './tray.ts';
import type { Windows } from './windows.ts';

const SNOOZE_MINUTES = 10;

export interface AlertServiceDeps {
  readonly clock: Clock;
  readonly settings: SettingsStore;
  readonly language: () => AlertLanguage;
  readonly windows: Windows;
  readonly openRows: Handlers['live']['rows'];
  /** Takes over; what comes of it is told to the windows. */
  readonly takeOver: (input: Parameters<Handlers['conversations']['takeOver']>[0]) => Promise<void>;
  readonly skew: (tenant: string) => number;
  readonly telemetry: () => Telemetry;
  /** Presses the panic key from the tray. */
  readonly panic: () => void;
  readonly log: Log;
}

export interface AlertService {
  readonly alerts: Alerts;
  /** Watches what this session may see. */
  follow(session: SessionState): void;
  close(): void;
}

/** Joins the alerts to this computer: notifications, tray, badge, windows. */
export function startAlerts(deps: AlertServiceDeps): AlertService {
  const { windows } = deps;
  const book = alertBook(deps.settings, deps.language);
  const words = () => alertWords(deps.language());
  const alerts = createAlerts({
    clock: deps.clock,
    book,
    openRows: (tenant, changed) => deps.openRows({ tenant }, changed),
    skew: deps.skew,
    telemetry: deps.telemetry,
    show: (notice) => {
      // What the operator acts on is what the notification told, not what became of it meanwhile.
      const [first] = notice.alerts;
      const told = first?.about === 'conversation' ? alerts.row(first.tenant, first.conversation) : undefined;
      return showNotification(notice, words(), {
        open: (all) => openAlerts(all),
        takeOver: (alert) => void takeOver(alert, told),
        snooze: (all) =>
          alerts.snooze(
            all.map(({ id }) => id),
            SNOOZE_MINUTES,
          ),
      });
    },
  });
  const openAlerts = (all: readonly Alert[]): void => {
    const [first] = all;
    if (first === undefined) return;
    alerts.acknowledge(all.map(({ id }) => id));
    if (first.about === 'metric') windows.goToRoute('/mission-control');
    else if (first.about === 'campaign')
      windows.goToRoute(`/campaigns/${encodeURIComponent(first.tenant)}/${encodeURIComponent(first.campaign.id)}`);
    else if (all.length > 1) windows.goToRoute('/alerts');
    else goTo(first);
  };
  const goTo = (alert: ConversationAlert): void => {
    const message = alert.because.find((evidence) => evidence.message !== undefined)?.message;
    const link = { tenant: alert.tenant, id: alert.conversation };
    windows.goTo(message === undefined ? link : { ...link, message });
  };
  const takeOver = async (alert: ConversationAlert, told: ConversationRow | undefined): Promise<void> => {
    alerts.acknowledge([alert.id]);
    // The window shows who has it now, whatever comes of the command.
    goTo(alert);
    if (told === undefined) return;
    const { revision, status, handler } = told;
    const expected = { revision, status, handlerKind: handler.kind, handlerName: handler.name };
    try {
      await deps.takeOver({ tenant: alert.tenant, id: alert.conversation, expected });
    } catch (thrown) {
      deps.log.warn('take over from a notification failed', { kind: thrown instanceof Error ? thrown.name : '' });
    }
  };
  const hide = showGlance(alerts, windows, words, deps.panic);
  return {
    alerts,
    follow: (session) => alerts.watch(tenantsToWatch(session, book)),
    close: () => {
      hide();
      alerts.close();
    },
  };
}

/** The tenant on screen first, then those whose rules the operator wrote and left on. */
function tenantsToWatch(session: SessionState, book: AlertBook): readonly string[] {
  if (session.kind !== 'signed-in') return [];
  const open = new Set(session.tenants.filter(({ problem }) => problem === undefined).map(({ slug }) => slug));
  const others = book
    .tenants()
    .filter((tenant) => [...book.rules(tenant), ...book.metricRules(tenant)].some(({ enabled }) => enabled));
  const wanted = [...(session.activeTenant === undefined ? [] : [session.activeTenant]), ...others];
  return [...new Set(wanted)].filter((tenant) => open.has(tenant));
}
