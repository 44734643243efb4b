import { join } from 'node:path';
import { app, net } from 'electron';
import type { Handlers } from '../../shared/ipc/contract.ts';
import { defaultCriteria } from '../../shared/models/default-scorecard.ts';
import { failureOf } from '../../shared/models/failure.ts';
import { maskOf } from '../../shared/models/mask.ts';
import type { AppInfo } from '../../shared/models/preferences.ts';
import { tapStream } from '../alerts/tap-stream.ts';
import { readLandingPages } from '../auth/landing-page.ts';
import { createSession, type Session } from '../auth/session.ts';
import type { TokenSource } from '../auth/token-source.ts';
import { openTokenVault } from '../auth/token-vault.ts';
import { createActs } from '../commands/acts/run-act.ts';
import { createCommands } from '../commands/commands.ts';
import { HoldFile } from '../commands/holds/hold-file.ts';
import { Holds } from '../commands/holds/holds.ts';
import { sendHeld } from '../commands/holds/send-held.ts';
import type { Me } from '../commands/identity.ts';
import { gatherEntries } from '../commands/journal/entries.ts';
import { createJournal } from '../commands/journal/journal.ts';
import { ToldOutcomes } from '../commands/told-outcomes.ts';
import { createHandOvers } from '../hand-over/hand-overs.ts';
import { createInboxService } from '../inbox/inbox.ts';
import { appHandlers } from '../ipc/handlers/app.ts';
import { bindingHandlers } from '../ipc/handlers/binding.ts';
import { conversationsHandlers } from '../ipc/handlers/conversations.ts';
import { draftsHandlers } from '../ipc/handlers/drafts.ts';
import { holdsHandlers } from '../ipc/handlers/holds.ts';
import { instanceHandlers } from '../ipc/handlers/instance.ts';
import { journalHandlers } from '../ipc/handlers/journal.ts';
import { preferencesHandlers } from '../ipc/handlers/preferences.ts';
import { sessionHandlers } from '../ipc/handlers/session.ts';
import { viewsHandlers } from '../ipc/handlers/views.ts';
import { windowsHandlers } from '../ipc/handlers/windows.ts';
import { createLiveHubs } from '../live/hubs.ts';
import { createPlatform } from '../platform/create-platform.ts';
import { createQuality } from '../quality/quality.ts';
import { openExternal } from '../security/external-links.ts';
import { writeFileAtomic } from '../storage/atomic-file.ts';
import { systemClock } from '../storage/clock.ts';
import { openDrafts } from '../storage/drafts.ts';
import { createSafeStorageBox } from '../storage/safe-storage-box.ts';
import { vaultStrength } from '../storage/vault-strength.ts';
import { keptBoards } from '../telemetry/boards.ts';
import { incidentsHere } from '../telemetry/incidents-here.ts';
import { pastKey } from '../telemetry/past-key.ts';
import { PastStore } from '../telemetry/past-store.ts';
import { createTelemetry } from '../telemetry/telemetry.ts';
import { type OpenWalls, openWalls } from '../windows/open-walls.ts';
import { wallLayouts } from '../windows/wall-layouts.ts';
import { startAlerts } from './alert-service.ts';
import { startArchiveService } from './archive-service.ts';
import type { Base } from './base.ts';
import { bindingOverrides } from './binding-overrides.ts';
import { startCampaignService } from './campaign-service.ts';
import { signInAsDemoSupervisor } from './demo-sign-in.ts';
import { displayViews } from './displays.ts';
import { EmbeddedInstance } from './embedded-instance.ts';
import { tellGiven } from './inbox-notice.ts';
import { createInstanceService } from './instance-service.ts';
import { keptViews } from './kept-views.ts';
import { startManifestService } from './manifest-service.ts';
import type { LaunchOptions } from './options.ts';
import { networkEvents, powerEvents } from './system-events.ts';
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
  const embedded = new EmbeddedInstance(simulator, ['--conversations', '120']);
  const instance = createInstanceService(settings, managed, embedded, options);
  const vault = await openTokenVault({ file: file('vault.json'), box, clock });
  const fetch = (url: string, init?: RequestInit): Promise<Response> => net.fetch(url, init);

  const tokens: TokenSource = {
    tenantToken: (tenant, rejected) => session.tenantToken(tenant, rejected),
    userToken: (rejected) => session.userToken(rejected),
  };
  const platform = createPlatform({
    fetch,
    clock,
    random: Math.random,
    cacheDir: file('api-descriptions'),
    writeFile: writeFileAtomic,
    tokens,
    overrides: bindingOverrides(settings),
    log: (level, message, facts) => log[level](message, facts),
  });
  /** The demo instance, and only what is on this computer, speaks plain http. */
  const openOfInstance = (url: string): Promise<void> =>
    openExternal(url, { allowLoopback: instance.inForce().issuer.startsWith('http:') });
  const session: Session = createSession({
    settings: async () => {
      await instance.prepare();
      return instance.inForce();
    },
    vault,
    fetch,
    clock,
    pages: await readLandingPages(join(app.getAppPath(), 'resources/sign-in')),
    openExternal: options.demo ? signInAsDemoSupervisor : openOfInstance,
    loadOperations: async () => {
      await platform.connect(instance.inForce(), tenantSlugs());
    },
    loadTenants: () => platform.loadTenants(),
    lastTenant: () => preferences.view().preferences.lastTenant,
    rememberTenant: (lastTenant) => preferences.change({ lastTenant }),
    rememberTypedTenant: instance.addTenant,
    log,
    language: () => preferences.view().language,
    allowLoopback: true,
  });
  const tenantSlugs = (): readonly string[] => {
    const state = session.state();
    return state.kind === 'signed-in' ? state.tenants.map((tenant) => tenant.slug) : instance.inForce().tenants;
  };
  const drafts = await openDrafts({ file: file('drafts.json'), box, clock, owner: session.owner });
  const hubs = createLiveHubs({
    apiFor: (tenant) => tapStream(platform.tenantApi(tenant), (events) => alertService.alerts.hear(tenant, events)),
    clock,
    random: Math.random,
    log,
    power: powerEvents(),
    network: networkEvents(clock),
    isMine: (tenant, handler) => commands.isMine(tenant, handler),
  });
  const sealer = (await vaultStrength(box)) === 'strong' ? box : undefined;
  const journal = createJournal({ folder: file('journal'), clock, ...(sealer === undefined ? {} : { vault: sealer }) });
  const me = (): Me | undefined => {
    const state = session.state();
    return state.kind === 'signed-in' ? state.user : undefined;
  };
  const commands = createCommands({
    apiFor: (tenant) => platform.tenantApi(tenant),
    read: (tenant, id) => hubs.read(tenant, id),
    me,
    journal,
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
  const store = new PastStore({ path: file('telemetry/past.sqlite'), now: clock.now, log });
  const keyOf = (tenant: string) => pastKey(instance.inForce(), tenant);
  const telemetry = createTelemetry({
    apiFor: (tenant) => platform.telemetryApi(tenant),
    pastKey: keyOf,
    clock,
    random: Math.random,
    log,
    store,
    boards: keptBoards(settings, keyOf),
    journal: async () => gatherEntries(await journal.read()),
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
      return kept.tags === undefined ? sendHeld(commands, kept, target) : archive.sendHeld(kept, target);
    },
  });
  await holds.restore();
  const told = new ToldOutcomes(clock);
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
    openRows: hubs.handlers.rows,
    takeOver: async (input) => told.tell({ ...input, action: 'takeOver', result: await commands.takeOver(input) }),
    skew: (tenant) => platform.tenantApi(tenant).clockSkew() ?? 0,
    telemetry: () => telemetry,
    panic: () => campaigns.panic('tray'),
    log,
  });
  const views = keptViews(settings);
  const handOver = createHandOvers({
    sources: {
      alerts: (tenant) => alertService.alerts.list(tenant),
      watched: (tenant) => views.views(tenant).pinned,
      conversation: async (tenant, id) => (await hubs.read(tenant, id)).conversation,
      campaigns: (tenant) => platform.campaignApi(tenant).campaigns.list(),
      holds: () => holds.state().holds,
      incidents: (tenant, from, to) => incidentsHere(platform.telemetryApi(tenant), from, to),
    },
    file: { path: file('hand-overs.json'), vault: sealer },
    journal,
    clock,
    me,
  });
  session.subscribe((state) => {
    alertService.follow(state);
    campaigns.follow(state);
    holds.ownerChanged();
    archive.follow(state);
    if (state.kind !== 'signed-out') return;
    hubs.stopAll();
    told.clear();
    inbox.stopAll();
    void manifests.endAll();
    telemetry.stopAll();
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
        openWebApp: () => openOfInstance(new URL('/', instance.inForce().apiUrl).href),
        onScreenReady,
        onPaint: hubs.painted,
      }),
      preferences: preferencesHandlers(preferences),
      instance: instanceHandlers(instance),
      session: sessionHandlers(session, signOut),
      binding: bindingHandlers(platform, tenantSlugs),
      live: hubs.handlers,
      conversations: conversationsHandlers(commands, holds, told, drafts),
      manifests: manifests.handlers,
      holds: holdsHandlers(holds),
      journal: journalHandlers(journal, clock.now),
      drafts: draftsHandlers(drafts),
      ...viewsHandlers(views),
      ...archive.handlers,
      quality,
      inbox: inbox.handlers,
      handOver,
      ...campaigns.handlers,
      telemetry: telemetry.handlers,
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
      hubs.stopAll();
      inbox.stopAll();
      campaigns.close();
      await archive.close();
      await manifests.endAll();
      telemetry.stopAll();
      store.close();
      await holds.endAll('console-ended');
      await drafts.flush();
      await journal.close();
      embedded.stop();
    },
  };
}

function appInfo(): AppInfo {
  return {
    version: app.getVersion(),
    platform: process.platform,
    // What plays Electron's part where its binary cannot be had says so by this symbol (docs/electron-chromium.md).
    runtime: Symbol.for('electron-chromium') in globalThis ? 'electron-chromium' : 'electron',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    embeddedAvailable: true,
  };
}
