import type { AlertsView } from '../../shared/models/alert.ts';
import { type HubStatus, NO_COUNTERS } from '../../shared/models/freshness.ts';
import type { InstanceSettings, InstanceView } from '../../shared/models/instance.ts';
import type { BindingReport, OperationBinding, OperationId } from '../../shared/models/operation.ts';
import type { AppInfo, Preferences } from '../../shared/models/preferences.ts';
import type { SessionState, Tenant, VaultView } from '../../shared/models/session.ts';
import type { TenantViews } from '../../shared/models/views.ts';
import type { WallLayout } from '../../shared/models/wall.ts';

/** Plain starting states for the fake bridge. */
export const vault: VaultView = { backend: 'gnome_libsecret', mode: 'encrypted' };

export const tenants: readonly Tenant[] = [
  { slug: 'northwind', name: 'Northwind Utilities', timeZone: 'America/Toronto', environment: 'production' },
  { slug: 'lakeside', name: 'Lakeside Clinics', timeZone: 'America/Vancouver', environment: 'staging' },
  {
    slug: 'harbour',
    name: 'Harbour Transit',
    problem: {
      code: 'forbidden',
      message: 'The identity server refused the token exchange.',
      detail: { reason: 'exchange-refused', status: 403, requestId: 'req-71f2' },
    },
  },
];

export const signedOut: SessionState = { kind: 'signed-out', vault };

export const signedIn: Extract<SessionState, { kind: 'signed-in' }> = {
  kind: 'signed-in',
  user: { id: 'user-1', name: 'Alex Roy', email: 'alex.roy@example.com' },
  instanceName: 'acme',
  embedded: false,
  method: 'browser',
  tenants,
  activeTenant: 'northwind',
  vault,
};

export const preferences: Preferences = {
  theme: 'dark',
  language: 'en',
  density: 'normal',
  sendWith: 'enter',
  contrast: 'system',
  motion: 'system',
  spelling: 'both',
  mask: 'numbers',
  digestSeconds: 15,
  shortcuts: {},
  railCollapsed: false,
  detailWidth: 400,
  detailPane: 'graph',
  lastTenant: 'northwind',
  startWith: 'last',
};

export const appInfo: AppInfo = {
  version: '0.1.0',
  platform: 'linux',
  runtime: 'electron',
  timeZone: 'America/Toronto',
  embeddedAvailable: true,
};

export const settings: InstanceSettings = {
  instance: 'acme',
  apiUrl: 'https://acme.dialai.ca',
  issuer: 'https://auth.acme.dialai.ca/realms/dial-ai',
  clientId: 'dialai-console',
  scopes: 'openid profile offline_access',
  audienceTemplate: '{tenant}',
  loopbackPort: 0,
  tenants: [],
  embedded: false,
};

export const instance: InstanceView = { settings, locked: [] };

/** A healthy hub as of `now`. */
export function liveHub(tenant: string, now: number): HubStatus {
  return {
    tenant,
    state: 'live',
    since: now - 480_000,
    lastHeardAt: now - 200,
    counters: { ...NO_COUNTERS, events: 51_204, eventsPerSecond: 48.2, gaps: 2, resyncs: 1, duplicates: 3 },
  };
}

const bound = (
  operation: OperationId,
  method: string,
  path: string,
  rule: OperationBinding['rule'],
): OperationBinding => ({
  operation,
  bound: true,
  ...(rule === undefined ? {} : { rule }),
  method,
  path,
  operationIdInDocument: operation.replace('.', '_'),
  tag: operation.startsWith('conv') ? 'Conversations' : 'Transcripts',
  candidates: [],
});
const missing = (operation: OperationId): OperationBinding => ({ operation, bound: false, candidates: [] });

/** A binding report with every rule, two missing operations, and candidates to choose from. */
export function bindingReport(now: number): BindingReport {
  return {
    source: 'fetched',
    fetchedAt: now - 95_000,
    openapi: '3.2.0',
    title: 'Dialai API',
    version: '2026.11',
    url: 'https://acme.dialai.ca/api/openapi.json',
    operations: [
      bound('caller.get', 'get', '/api/me', 'operation-id'),
      bound('tenants.list', 'get', '/api/tenants', 'path-shape'),
      bound('conversations.live', 'get', '/api/{tenant}/conversations/live', 'path-shape'),
      bound('conversations.stream', 'get', '/api/{tenant}/conversations/stream', 'path-shape'),
      bound('conversations.streamOne', 'get', '/api/{tenant}/transcripts/{transcriptId}/stream', 'tag-and-verb'),
      {
        ...bound(
          'conversations.takeOver',
          'post',
          '/api/{tenant}/transcripts/{transcriptId}/take-over',
          'documented-path',
        ),
        candidates: [
          { method: 'post', path: '/api/{tenant}/transcripts/{transcriptId}/take-over', operationId: 'takeOver' },
          { method: 'put', path: '/api/{tenant}/transcripts/{transcriptId}/handler', operationId: 'setHandler' },
        ],
      },
      bound('conversations.reply', 'post', '/api/{tenant}/transcripts/{transcriptId}/reply', 'documented-path'),
      bound('conversations.handBack', 'post', '/api/{tenant}/transcripts/{transcriptId}/hand-back', 'operation-id'),
      bound('conversations.transfer', 'post', '/api/{tenant}/transcripts/{transcriptId}/transfer', 'override'),
      bound('conversations.complete', 'post', '/api/{tenant}/transcripts/{transcriptId}/complete', 'documented-path'),
      bound('conversations.create', 'post', '/api/{tenant}/webchat', 'built-in'),
      bound('conversations.sendMessage', 'post', '/api/{tenant}/webchat/{transcriptId}/messages', 'built-in'),
      bound('internalContacts.list', 'get', '/api/{tenant}/internal-contacts', 'path-shape'),
      bound('transcripts.list', 'get', '/api/{tenant}/transcripts', 'path-shape'),
      bound('transcripts.search', 'get', '/api/{tenant}/transcripts/search', 'path-shape'),
      bound('transcripts.get', 'get', '/api/{tenant}/transcripts/{transcriptId}', 'path-shape'),
      missing('transcripts.readable'),
      missing('transcripts.setTags'),
      bound('flows.list', 'get', '/api/{tenant}/flows', 'tag-and-verb'),
      bound('telemetry.health', 'get', '/api/{tenant}/telemetry/health', 'operation-id'),
      bound('telemetry.metrics', 'get', '/api/{tenant}/telemetry/metrics', 'operation-id'),
      bound('telemetry.history', 'get', '/api/{tenant}/telemetry/metrics/history', 'operation-id'),
      bound('telemetry.incidents', 'get', '/api/{tenant}/telemetry/incidents', 'operation-id'),
    ],
    unused: [
      { method: 'get', path: '/api/{tenant}/campaigns', operationId: 'listCampaigns', tag: 'Campaigns' },
      { method: 'post', path: '/api/{tenant}/campaigns/{id}/pause', operationId: 'pauseCampaign', tag: 'Campaigns' },
      { method: 'delete', path: '/api/{tenant}/documents/{id}', operationId: 'deleteDocument', tag: 'Knowledge' },
    ],
  };
}

/** A tenant's list as it begins. */
export const views: TenantViews = {
  columns: { order: [], hidden: [], widths: {} },
  rule: ['risk', 'trend', 'wait', 'duration'],
  pinned: [],
  saved: [],
};

/** One rule that is on, default loudness, an empty inbox. */
export const alerts: AlertsView = {
  metricRules: [],
  rules: [
    {
      id: 'critical-risk',
      name: 'Critical risk',
      enabled: true,
      severity: 'critical',
      match: 'all',
      conditions: [{ kind: 'risk', atLeast: 4 }],
      whenHandled: false,
    },
  ],
  preferences: {
    notifications: true,
    perMinute: 6,
    repeatSeconds: 30,
    quiet: { on: false, from: '22:00', to: '07:00', butCritical: true },
    sounds: {
      info: { on: false, volume: 0.4, tune: 'drop' },
      warning: { on: true, volume: 0.5, tune: 'chime' },
      critical: { on: true, volume: 0.8, tune: 'alarm' },
    },
  },
  inbox: [],
  recording: { entries: 0 },
};

export const wallLayout: WallLayout = {
  tiles: 4,
  order: 'worst',
  pinned: [],
  shows: 'transcripts',
  boards: ['supervisor'],
  turnSeconds: 20,
  night: true,
};
