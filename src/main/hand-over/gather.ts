import type { Alert } from '../../shared/models/alert.ts';
import type { CampaignSummary } from '../../shared/models/campaign.ts';
import type { Conversation } from '../../shared/models/conversation.ts';
import type { HandOver } from '../../shared/models/hand-over.ts';
import type { Hold } from '../../shared/models/hold.ts';
import type { Incident } from '../../shared/models/telemetry.ts';

/** Where a hand-over is gathered from. Each may fail by itself. */
export interface HandOverSources {
  readonly alerts: (tenant: string) => readonly Alert[];
  readonly watched: (tenant: string) => readonly string[];
  readonly conversation: (tenant: string, id: string) => Promise<Conversation>;
  readonly campaigns: (tenant: string) => Promise<readonly CampaignSummary[]>;
  readonly holds: () => readonly Hold[];
  /** Those that reach into the span. Times are of this machine. */
  readonly incidents: (tenant: string, from: number, to: number) => Promise<readonly Incident[]>;
}

/** Incidents that ended longer ago are not of this shift, ms. */
export const SHIFT_MS = 12 * 3_600_000;
const MOST = 200;

interface Part<T> {
  items: T[];
  more: number;
  unread: boolean;
}

const whole = <T>(items: readonly T[], unread = false): Part<T> => ({
  items: items.slice(0, MOST),
  more: Math.max(0, items.length - MOST),
  unread,
});

/** The part, or that it could not be read: what is not known must not look like nothing. */
async function partOf<T>(read: () => Promise<readonly T[]>): Promise<Part<T>> {
  try {
    return whole(await read());
  } catch {
    return whole<T>([], true);
  }
}

/** Gathers what the next supervisor has to know of a tenant. @param now epoch ms of this machine */
export async function gatherHandOver(
  sources: HandOverSources,
  tenant: string,
  id: string,
  now: number,
): Promise<HandOver> {
  const [watched, campaigns, incidents] = await Promise.all([
    watchedOf(sources, tenant),
    partOf(async () =>
      (await sources.campaigns(tenant))
        .filter(({ state, archived }) => state === 'paused' && !archived)
        .map(({ id: campaign, name, updatedAt }) => ({
          id: campaign,
          name,
          ...(updatedAt === undefined ? {} : { updatedAt }),
        })),
    ),
    partOf(async () =>
      (await sources.incidents(tenant, now - SHIFT_MS, now)).map(({ id: incident, title, startedAt, endedAt }) => ({
        id: incident,
        title,
        startedAt,
        ...(endedAt === undefined ? {} : { endedAt }),
      })),
    ),
  ]);
  return {
    id,
    tenant,
    at: now,
    alerts: whole(sources.alerts(tenant).flatMap(alertLine)),
    watched,
    campaigns,
    holds: whole(sources.holds().flatMap((hold) => (hold.tenant === tenant ? holdLine(hold) : []))),
    incidents,
  };
}

/** What still is so; an alert that was acknowledged is seen, not over. */
function alertLine(alert: Alert): HandOver['alerts']['items'] {
  const { rule, at, acknowledged, state, snoozedUntil } = alert;
  if (state !== 'active' && state !== 'snoozed') return [];
  const until = snoozedUntil === undefined ? {} : { snoozedUntil };
  return [{ rule: rule.name, severity: rule.severity, at, acknowledged, ...until, ...aboutOf(alert) }];
}

function aboutOf(
  alert: Alert,
): Pick<HandOver['alerts']['items'][number], 'metric' | 'conversation' | 'contact' | 'campaign'> {
  switch (alert.about) {
    case 'metric':
      return { metric: alert.metric };
    case 'campaign':
      return { campaign: alert.campaign.name };
    case 'conversation':
      return { conversation: alert.conversation, contact: alert.contact };
  }
}

function holdLine({ id, action, phase, dueAt, counts }: Hold): HandOver['holds']['items'] {
  return phase === 'finished' ? [] : [{ id, action, phase, dueAt, total: counts.total }];
}

async function watchedOf(sources: HandOverSources, tenant: string): Promise<HandOver['watched']> {
  const ids = sources.watched(tenant);
  const read = await Promise.allSettled(ids.slice(0, MOST).map((id) => sources.conversation(tenant, id)));
  const items = read.map((one, place) => {
    const id = ids[place] ?? '';
    if (one.status === 'rejected') return { id };
    const { contact, platform, status, handler, ended } = one.value;
    const name = handler.name === undefined ? {} : { handler: handler.name };
    return { id, contact: contact.name ?? contact.display, platform, status, ended, ...name };
  });
  return {
    items,
    more: Math.max(0, ids.length - MOST),
    unread: read.some(({ status }) => status === 'rejected'),
  };
}
