import { join } from 'node:path';
import type { Handlers } from '../../shared/ipc/contract.ts';
import { defaultCriteria } from '../../shared/models/default-scorecard.ts';
import { failureOf } from '../../shared/models/failure.ts';
import { maskOf } from '../../shared/models/mask.ts';
import { createActs } from '../commands/acts/run-act.ts';
import { HoldFile } from '../commands/holds/hold-file.ts';
import { Holds } from '../commands/holds/holds.ts';
import { sendHeld } from '../commands/holds/send-held.ts';
import { createJournal } from '../commands/journal/journal.ts';
import { createInboxService } from '../inbox/inbox.ts';
import { appHandlers } from '../ipc/handlers/app.ts';
import { bindingHandlers } from '../ipc/handlers/binding.ts';
import { holdsHandlers } from '../ipc/handlers/holds.ts';
import { instanceHandlers } from '../ipc/handlers/instance.ts';
import { journalHandlers } from '../ipc/handlers/journal.ts';
import { preferencesHandlers } from '../ipc/handlers/preferences.ts';
import { sessionHandlers } from '../ipc/handlers/session.ts';
import { viewsHandlers } from '../ipc/handlers/views.ts';
import { windowsHandlers } from '../ipc/handlers/windows.ts';
import { createQuality } from '../quality/quality.ts';
import { systemClock } from '../storage/clock.ts';
import { createSafeStorageBox } from '../storage/safe-storage-box.ts';
import { vaultStrength } from '../storage/vault-strength.ts';
import { type OpenWalls, openWalls } from '../windows/open-walls.ts';
import { wallLayouts } from '../windows/wall-layouts.ts';
import { startAlerts } from './alert-service.ts';
import { appInfo } from './app-info.ts';
import { startArchiveService } from './archive-service.ts';
import type { Base } from './base.ts';
import { startCampaignService } from './campaign-service.ts';
import { createConnection } from './connection.ts';
import { displayViews } from './displays.ts';
import { handOverService } from './hand-over-service.ts';
import { tellGiven } from './inbox-notice.ts';
import { keptViews } from './kept-views.ts';
import { startLiveService } from './live-service.ts';
import { startManifestService } from './manifest-service.ts';
import type { LaunchOptions } from './options.ts';
import { startTelemetryService } from './telemetry-service.ts';
import type { Windows } from './windows.ts';

export interface Services {
  readonly handlers: Handlers;
  /** The walls that stood when the console last ended. */
  readonly walls: OpenWalls;
  /** Goes on where the last run ended: restores the session, or signs in to the demo when asked to. */
  start(): void;
  /** Writes what is not yet on the disk and ends what runs. */
  close(): Promise<void>;
}

export interface ServicesOptions {
  readonly options: LaunchOptions;
  /** Bundle of the embedded demo instance. */
  readonly simulator: string;
  /** Bundle of the process in which manifests are checked. */
  readonly manifestEngine: string;
  readonly windows: Windows;
  readonly base: Base;
  readonly onScreenReady: (screen: string) => void;
}

/** Makes the services and ties them to each other. Wiring only: whatever decides something lives in its own file. */
export async function createServices({
  options,
  simulator,
  manifestEngine,
  windows,
  base,
  onScreenReady,
}: ServicesOptions): Promise<Services> {
  const { folder, log, settings, managed, preferences, endWriting } = base;
  const file = (name: string): string => join(folder, name);
  const clock = systemClock;
  const box = createSafeStorageBox();
  const connection = await createConnection({ base, options, simulator, box, clock });
  const { instance, platform, session, me } = connection;
  const sealer = (await vaultStrength(box)) === 'strong' ? box : undefined;
  const journal = createJournal({ folder: file('journal'), clock, ...(sealer === undefined ? {} : { vault: sealer }) });
  const live = await startLiveService({
    folder,
    platform,
    box,
    journal,
    holds: () => holds,
    owner: session.owner,
    me,
    hear: (tenant, events) => alertService.alerts.hear(tenant, events),
    clock,
    log,
  });
  const acts = createActs({ journal, clock, log, me });
  const archive = startArchiveService({
    folder,
    platform,
    settings,
    box,
    clock,
    log,
    run: acts,
    holds: () => holds,
    journal,
    me,
    deskPolicy: managed.desk,
    owner: session.owner,
    mustMask: () => {
      const { preferences: chosen, locked } = preferences.view();
      return locked.includes('mask') && chosen.mask !== 'none';
    },
  });
  const quality = createQuality({
    folder: file('quality'),
    vault: sealer,
    apiFor: (tenant) => platform.archiveApi(tenant),
    journal,
    clock,
    me,
    owner: session.owner,
    defaults: () => defaultCriteria(preferences.view().language),
    mask: () => maskOf(preferences.view().preferences.mask),
  });
  const campaigns = await startCampaignService({
    folder,
    platform,
    settings,
    journal,
    run: acts,
    holds: () => holds,
    alerts: () => alertService.alerts,
    session: () => session.state(),
    owner: session.owner,
    me,
    language: () => preferences.view().language,
    mask: () => preferences.view().preferences.mask,
    windows,
    clock,
    log,
  });
  const inbox = createInboxService({
    apiFor: (tenant) => platform.inboxApi(tenant),
    run: acts,
    journal,
    me,
    clock,
    given: (assignment) => tellGiven(assignment, preferences.view().language, () => windows.goToRoute('/inbox')),
  });
  const telemetry = startTelemetryService({
    folder,
    platform,
    settings,
    instance,
    clock,
    log,
    journal,
    alertMarks: (tenant) => alertService.alerts.marks(tenant),
  });
  const holds: Holds = new Holds({
    file: new HoldFile(file('holds.json'), sealer),
    journal,
    clock,
    log,
    me,
    owner: session.owner,
    send: (kept, target) => {
      if (kept.campaign !== undefined) return campaigns.sendHeld(kept, target);
      return kept.tags === undefined ? sendHeld(live.commands, kept, target) : archive.sendHeld(kept, target);
    },
  });
  await holds.restore();
  const manifests = await startManifestService({
    folder: file('manifests'),
    vault: sealer,
    settings,
    journal,
    engine: manifestEngine,
    apiFor: (tenant) => platform.campaignApi(tenant),
    clock,
    act: createActs({ journal, clock, log, me }),
    me,
    owner: session.owner,
  });
  const alertService = startAlerts({
    clock,
    settings,
    language: () => preferences.view().language,
    windows,
    openRows: live.hubs.handlers.rows,
    takeOver: live.takeOver,
    skew: (tenant) => platform.tenantApi(tenant).clockSkew() ?? 0,
    telemetry: () => telemetry.telemetry,
    panic: () => campaigns.panic('tray'),
    log,
  });
  const views = keptViews(settings);
  const handOver = handOverService({
    folder,
    platform,
    hubs: live.hubs,
    alerts: alertService.alerts,
    views,
    holds,
    vault: sealer,
    journal,
    me,
    clock,
  });
  session.subscribe((state) => {
    alertService.follow(state);
    campaigns.follow(state);
    holds.ownerChanged();
    archive.follow(state);
    if (state.kind !== 'signed-out') return;
    live.signedOut();
    inbox.stopAll();
    void manifests.endAll();
    telemetry.telemetry.stopAll();
    void holds.endAll('signed-out');
  });

  /** Deliberately, by the operator: unlike a session that ended by itself, it takes away what is to go with it. */
  const signOut = async (): Promise<void> => {
    await inbox.leave();
    const told = session.signOut();
    await archive.left();
    await told;
  };

  return {
    walls: openWalls(settings),
    handlers: {
      app: appHandlers({
        info: appInfo(),
        openWebApp: () => connection.openOfInstance(new URL('/', instance.inForce().apiUrl).href),
        onScreenReady,
        onPaint: live.hubs.painted,
      }),
      preferences: preferencesHandlers(preferences),
      instance: instanceHandlers(instance),
      session: sessionHandlers(session, signOut),
      binding: bindingHandlers(platform, connection.tenantSlugs),
      ...live.handlers,
      manifests: manifests.handlers,
      holds: holdsHandlers(holds),
      journal: journalHandlers(journal, clock.now),
      ...viewsHandlers(views),
      ...archive.handlers,
      quality,
      inbox: inbox.handlers,
      handOver,
      ...campaigns.handlers,
      telemetry: telemetry.telemetry.handlers,
      alerts: alertService.alerts.handlers,
      windows: windowsHandlers(windows, wallLayouts(settings), displayViews),
    },
    start() {
      const begun = options.demo ? session.signIn() : session.restore();
      begun.catch((thrown: unknown) => {
        const { code, detail } = failureOf(thrown);
        log.warn('the session did not start', { failure: code, reason: detail?.reason });
      });
    },
    async close() {
      endWriting();
      alertService.close();
      live.hubs.stopAll();
      inbox.stopAll();
      campaigns.close();
      await archive.close();
      await manifests.endAll();
      telemetry.close();
      await holds.endAll('console-ended');
      await live.flush();
      await journal.close();
      connection.close();
    },
  };
}
