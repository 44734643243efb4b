import { type Failure, FailureError, failureOf } from '../../shared/models/failure.ts';
import type { InstanceSettings } from '../../shared/models/instance.ts';
import type { BindingReport, OperationId } from '../../shared/models/operation.ts';
import type { Tenant } from '../../shared/models/session.ts';
import type { AccessToken } from '../auth/access-token.ts';
import type { TokenSource } from '../auth/token-source.ts';
import type { Clock } from '../storage/clock.ts';
import type { ArchiveApi } from './archive/archive-api.ts';
import { createArchiveClient } from './archive/archive-client.ts';
import { bind, type Overrides, type OverrideTarget, type ReportSource, reportOf } from './bind.ts';
import type { CampaignApi } from './campaigns/campaign-api.ts';
import { createCampaignClient } from './campaigns/campaign-client.ts';
import { ClockSkew } from './client/clock-skew.ts';
import { fetchList } from './client/fetch-list.ts';
import { type Operations, operationCaller } from './client/operation-caller.ts';
import type { Fetch } from './client/send.ts';
import { TIMEOUTS, type Timeouts } from './client/timeouts.ts';
import { type Caller, decodeCaller, decodeTenant } from './decode/directory.ts';
import { unwrapped } from './decode/envelope.ts';
import type { InboxApi } from './inbox/inbox-api.ts';
import { createInboxClient } from './inbox/inbox-client.ts';
import type { PlatformLog } from './log.ts';
import { type DocumentCache, documentCache, type WriteFile } from './openapi/document-cache.ts';
import { documentUrl, fetchDocument } from './openapi/fetch-document.ts';
import { basePathOf, indexOperations } from './openapi/index-operations.ts';
import type { ParsedDocument } from './openapi/parse-document.ts';
import { createTelemetryApi, type TelemetryApi } from './telemetry/telemetry-api.ts';
import type { TenantApi } from './tenant-api.ts';
import { createTenantClient } from './tenant-client.ts';

/** Keeps what an administrator bound by hand, per API address. */
export interface OverrideStore {
  load(apiUrl: string): Promise<Overrides>;
  save(apiUrl: string, overrides: Overrides): Promise<void>;
}

export interface PlatformDeps {
  readonly fetch: Fetch;
  readonly tokens: TokenSource;
  readonly clock: Clock;
  /** 0 ≤ x < 1, for jitter. */
  readonly random: () => number;
  /** Folder for the last good API description. */
  readonly cacheDir: string;
  readonly writeFile: WriteFile;
  readonly overrides: OverrideStore;
  readonly log: PlatformLog;
  readonly timeouts?: Timeouts;
}

/** One instance as the console uses it. Before `connect`, all but `report` throws `unavailable` (`not-connected`). */
export interface Platform {
  /**
   * Loads the instance's API description (fetched, else the last good copy, else the documented paths alone) and binds
   * the operations. Never fails for a bad document: the report says what happened.
   * @param tenants whose tokens may open the description when the user's own is refused.
   */
  connect(settings: InstanceSettings, tenants?: readonly string[]): Promise<void>;
  report(): BindingReport;
  /** Resolves when the description is on the disk, or could not be kept. */
  kept(): Promise<void>;
  /** Fetches the description again and binds anew. What is bound now stays when that fails. */
  refresh(tenants?: readonly string[]): Promise<BindingReport>;
  /** Binds an operation by hand, or removes that without a target. Throws `invalid` for an unusable place. */
  setOverride(operation: OperationId, target?: OverrideTarget): Promise<BindingReport>;
  /** The client of one tenant; it follows later refreshes and overrides. */
  tenantApi(tenant: string): TenantApi;
  /** The client of a tenant's campaigns; one a tenant. */
  campaignApi(tenant: string): CampaignApi;
  /** The client of a tenant's archive; one a tenant. */
  archiveApi(tenant: string): ArchiveApi;
  /** The client of a tenant's inbox; one a tenant. */
  inboxApi(tenant: string): InboxApi;
  /** Health and metrics of one tenant; it follows later refreshes and overrides. */
  telemetryApi(tenant: string): TelemetryApi;
  /** The tenants that the instance lists for the user. Throws `unavailable` (`not-bound`) where it lists none. */
  loadTenants(): Promise<readonly Tenant[]>;
  /** Who the instance says the user is; undefined where it does not say. */
  caller(): Promise<Caller | undefined>;
}

interface Connection {
  readonly settings: InstanceSettings;
  readonly document: ParsedDocument | undefined;
  readonly source: ReportSource;
  readonly overrides: Overrides;
  readonly operations: Operations;
}

/** Makes the platform client. Everything it needs of the machine is passed in. */
export function createPlatform(deps: PlatformDeps): Platform {
  const cache: DocumentCache = documentCache(deps.cacheDir, deps.writeFile);
  const skew = new ClockSkew();
  const clients = new Map<string, TenantApi>();
  const campaignClients = new Map<string, CampaignApi>();
  const archiveClients = new Map<string, ArchiveApi>();
  const inboxClients = new Map<string, InboxApi>();
  let connection: Connection | undefined;
  let keeping: Promise<void> = Promise.resolve();

  function connected(): Connection {
    if (connection !== undefined) return connection;
    throw new FailureError('unavailable', 'No instance is connected', { reason: 'not-connected' });
  }

  /** Binds and makes that the current state. */
  function install(base: Omit<Connection, 'operations'>): void {
    const { settings, document, overrides } = base;
    const bindings = bind(document && indexOperations(document), overrides);
    const operations: Operations = {
      bindings,
      apiUrl: settings.apiUrl,
      basePath: document === undefined ? '' : basePathOf(document, settings.apiUrl),
      timeouts: deps.timeouts ?? TIMEOUTS,
    };
    connection = { ...base, operations };
  }

  function report(): BindingReport {
    const { operations, source } = connected();
    return reportOf(operations.bindings, source);
  }

  const sourceOf = (
    kind: ReportSource['source'],
    apiUrl: string,
    document?: ParsedDocument,
    fetchedAt?: number,
    problem?: Failure,
  ): ReportSource => ({
    source: kind,
    url: documentUrl(apiUrl).href,
    ...(fetchedAt !== undefined && { fetchedAt }),
    ...(document !== undefined && { openapi: document.openapi }),
    ...(document?.title !== undefined && { title: document.title }),
    ...(document?.version !== undefined && { version: document.version }),
    ...(problem !== undefined && {
      problem: { code: problem.detail?.reason ?? problem.code, message: problem.message },
    }),
  });

  async function load(apiUrl: string, tenants: readonly string[]) {
    const { text, document } = await fetchDocument({ ...deps, skew }, apiUrl, tenants);
    const fetchedAt = deps.clock.now();
    // Nobody waits for the copy: it is for another time.
    keeping = cache
      .write(apiUrl, text, fetchedAt)
      .catch(() => deps.log('warn', 'The API description could not be kept on disk'));
    return { document, source: sourceOf('fetched', apiUrl, document, fetchedAt) };
  }

  /** What to go on with when the description cannot be fetched. */
  async function fallBack(apiUrl: string, problem: Failure) {
    deps.log('warn', 'The API description could not be fetched', {
      code: problem.code,
      reason: problem.detail?.reason ?? '',
    });
    const kept = await cache.read(apiUrl);
    return kept === undefined
      ? { document: undefined, source: sourceOf('built-in', apiUrl, undefined, undefined, problem) }
      : { document: kept.document, source: sourceOf('cached', apiUrl, kept.document, kept.fetchedAt, problem) };
  }

  const userCaller = () =>
    operationCaller(
      { ...deps, skew, token: (rejected) => deps.tokens.userToken(rejected) },
      () => connected().operations,
    );

  async function caller(): Promise<Caller | undefined> {
    const api = userCaller();
    if (!api.can('caller.get')) return undefined;
    return unwrapped(await api.json('caller.get', {}), ['user', 'caller', 'me'])
      .map(decodeCaller)
      .findLast((one) => one !== undefined);
  }

  const clientDeps = (tenant: string) => ({
    tenant,
    caller: { ...deps, skew, token: (rejected?: AccessToken) => deps.tokens.tenantToken(tenant, rejected) },
    operations: () => connected().operations,
  });

  return {
    async connect(settings, tenants = settings.tenants) {
      const { apiUrl } = settings;
      clients.clear();
      for (const kept of [campaignClients, archiveClients, inboxClients]) kept.clear();
      const overrides = await deps.overrides.load(apiUrl).catch(() => {
        deps.log('warn', 'Operations bound by hand could not be read');
        return {};
      });
      const loaded = await load(apiUrl, tenants).catch((thrown: unknown) => fallBack(apiUrl, failureOf(thrown)));
      install({ settings, overrides, ...loaded });
    },
    report,
    kept: () => keeping,
    async refresh(tenants) {
      const before = connected();
      const { apiUrl } = before.settings;
      const loaded = await load(apiUrl, tenants ?? before.settings.tenants).catch(async (thrown: unknown) => {
        const problem = failureOf(thrown);
        if (before.document === undefined) return fallBack(apiUrl, problem);
        const said = { code: problem.detail?.reason ?? problem.code, message: problem.message };
        return { document: before.document, source: { ...before.source, problem: said } };
      });
      install({ settings: before.settings, overrides: connected().overrides, ...loaded });
      return report();
    },
    async setOverride(operation, target) {
      const { settings, document, source, overrides } = connected();
      const { [operation]: _, ...rest } = overrides;
      const next = target === undefined ? rest : { ...rest, [operation]: checkedTarget(target, rest) };
      await deps.overrides.save(settings.apiUrl, next);
      install({ settings, document, source, overrides: next });
      return report();
    },
    tenantApi: (tenant) => keptIn(clients, tenant, () => createTenantClient(clientDeps(tenant))),
    campaignApi: (tenant) => keptIn(campaignClients, tenant, () => createCampaignClient(clientDeps(tenant))),
    archiveApi: (tenant) => keptIn(archiveClients, tenant, () => createArchiveClient(clientDeps(tenant))),
    inboxApi: (tenant) => keptIn(inboxClients, tenant, () => createInboxClient(clientDeps(tenant))),
    telemetryApi(tenant) {
      const { caller, operations } = clientDeps(tenant);
      return createTelemetryApi({ tenant, api: operationCaller(caller, operations), clockSkew: () => skew.latest() });
    },
    async loadTenants() {
      const api = userCaller();
      if (!api.can('tenants.list')) {
        const tenants = (await caller())?.tenants;
        if (tenants !== undefined) return tenants;
        // What cannot be listed because the description could not be had is told by that cause.
        const { source, problem } = connected().source;
        if (source === 'built-in' && problem !== undefined)
          throw new FailureError('unavailable', problem.message, { reason: problem.code });
      }
      const listed = await fetchList(api.bound('tenants.list'), ['tenants', 'organizations', 'orgs'], (query) =>
        api.json('tenants.list', { query }),
      );
      if (listed === undefined) {
        throw new FailureError('unavailable', 'tenants.list: the answer is not understood', {
          reason: 'unreadable-answer',
          operation: 'tenants.list',
        });
      }
      return listed.items.map(decodeTenant).filter((tenant) => tenant !== undefined);
    },
    caller,
  };
}

/** The kept value of a key, made when there is none yet. */
function keptIn<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}

/** A place as an administrator gave it, usable and not another operation's by hand. */
function checkedTarget(target: OverrideTarget, others: Overrides): OverrideTarget {
  const method = target.method.trim().toLowerCase();
  const path = target.path.trim();
  if (!/^[a-z]{1,20}$/.test(method) || !/^\/(?![/\\])[^\s?#\\]*$/.test(path)) {
    throw new FailureError('invalid', 'An operation is bound to a verb and a path that starts with one slash', {
      reason: 'override-malformed',
    });
  }
  if (Object.values(others).some((other) => other.method === method && other.path === path)) {
    throw new FailureError('conflict', 'Another operation is bound to this place by hand', {
      reason: 'override-taken',
    });
  }
  return { method, path };
}
