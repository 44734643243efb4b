import { join } from 'node:path';
import type { Handlers } from '../../shared/ipc/contract.ts';
import type { CommandResult } from '../../shared/models/command.ts';
import { maskOf } from '../../shared/models/mask.ts';
import type { Preferences } from '../../shared/models/preferences.ts';
import type { SessionState } from '../../shared/models/session.ts';
import type { Alerts } from '../alerts/alerts.ts';
import { createCampaignsService } from '../campaigns/campaigns.ts';
import { contactsHandlers } from '../campaigns/contacts.ts';
import { doNotCallHandlers } from '../campaigns/do-not-call.ts';
import { Panic } from '../campaigns/panic/panic.ts';
import { PanicFile } from '../campaigns/panic/panic-file.ts';
import { panicHandlers } from '../campaigns/panic/panic-handlers.ts';
import { sendHeldCampaign } from '../campaigns/send-held.ts';
import { safetyBook } from '../campaigns/watch/safety-book.ts';
import { Sentries } from '../campaigns/watch/sentries.ts';
import { sentryWords } from '../campaigns/watch/sentry-words.ts';
import type { RunAct } from '../commands/acts/run-act.ts';
import type { KeptHold } from '../commands/holds/hold-file.ts';
import type { Holds } from '../commands/holds/holds.ts';
import type { Me } from '../commands/identity.ts';
import type { Journal } from '../commands/journal/journal.ts';
import type { Platform } from '../platform/create-platform.ts';
import type { Clock } from '../storage/clock.ts';
import type { Log } from '../storage/log.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import { panicKeys } from './panic-keys.ts';
import type { Windows } from './windows.ts';

export interface CampaignServiceDeps {
  readonly folder: string;
  readonly platform: Pick<Platform, 'campaignApi' | 'tenantApi'>;
  readonly settings: SettingsStore;
  readonly journal: Journal;
  readonly run: RunAct;
  readonly holds: () => Pick<Holds, 'hold'>;
  readonly alerts: () => Pick<Alerts, 'tellCampaign' | 'endCampaign'>;
  readonly session: () => SessionState;
  readonly owner: () => string;
  readonly me: () => Me | undefined;
  readonly language: () => 'en' | 'fr';
  readonly mask: () => Preferences['mask'];
  readonly windows: Pick<Windows, 'goToRoute'>;
  readonly clock: Clock;
  readonly log: Log;
}

export interface CampaignService {
  readonly handlers: Pick<Handlers, 'campaigns' | 'contacts' | 'doNotCall' | 'panic' | 'safety'>;
  /** Presses the panic key and shows its report. */
  panic(from: 'shortcut' | 'tray'): void;
  sendHeld(kept: KeptHold, target: KeptHold['targets'][number]): Promise<CommandResult>;
  /** Watches what this session may see. */
  follow(session: SessionState): void;
  close(): void;
}

/** Ties campaigns, their safety nets and the panic key to each other and to this computer. */
export async function startCampaignService(deps: CampaignServiceDeps): Promise<CampaignService> {
  const { platform, settings, journal, run, holds, me, clock, log, windows } = deps;
  const mask = () => maskOf(deps.mask());
  const apiFor = (tenant: string) => platform.campaignApi(tenant);
  const book = safetyBook(settings);
  const campaigns = createCampaignsService({
    apiFor,
    flows: (tenant) => platform.tenantApi(tenant).flows(),
    run,
    holds,
    clock,
    random: Math.random,
    stuckMinutes: (tenant) => book.get(tenant).stuckMinutes,
  });
  const sentries = new Sentries({
    apiFor,
    board: campaigns.board,
    book,
    run,
    journal,
    me,
    clock,
    log,
    words: () => sentryWords(deps.language()),
    alerts: {
      raise: (alert) => deps.alerts().tellCampaign(alert),
      end: (tenant, rule, campaign) => deps.alerts().endCampaign(tenant, rule, campaign),
    },
  });
  const tenants = () => tenantsOf(deps.session());
  const panic = new Panic({
    file: new PanicFile(join(deps.folder, 'panic.json')),
    apiFor,
    tenants,
    run,
    journal,
    me,
    owner: deps.owner,
    clock,
    log,
  });
  await panic.restoreReports();
  const press = (from: 'shortcut' | 'tray'): void => {
    if (tenants().length === 0) return;
    windows.goToRoute('/safety');
    void panic.press(from);
  };
  const keys = panicKeys(settings, () => press('shortcut'));

  return {
    handlers: {
      campaigns: campaigns.handlers,
      contacts: contactsHandlers({ apiFor, run, holds, journal, me, mask, refresh: campaigns.refresh }),
      doNotCall: doNotCallHandlers({ apiFor, run, holds, journal, me, mask }),
      panic: panicHandlers(panic, keys, holds),
      safety: sentries.handlers(),
    },
    panic: press,
    sendHeld: (kept, target) =>
      sendHeldCampaign(
        {
          apiFor,
          run,
          onResumed: async (tenant, campaign, result) => {
            const report = panic.reportOf(tenant, campaign);
            if (report !== undefined) await panic.note(report, tenant, campaign, result);
          },
        },
        kept,
        target,
      ),
    follow(session) {
      panic.ownerChanged();
      if (session.kind !== 'signed-in') {
        sentries.stopAll();
        campaigns.stopAll();
        return;
      }
      const open = new Set(tenantsOf(session));
      const active = session.activeTenant;
      const watched = [...(active === undefined ? [] : [active]), ...book.armed()].filter((tenant) => open.has(tenant));
      sentries.watch(watched);
    },
    close() {
      keys.close();
      sentries.stopAll();
      campaigns.stopAll();
    },
  };
}

/** The tenants that the operator may enter now. */
function tenantsOf(session: SessionState): readonly string[] {
  if (session.kind !== 'signed-in') return [];
  return session.tenants.filter(({ problem }) => problem === undefined).map(({ slug }) => slug);
}
