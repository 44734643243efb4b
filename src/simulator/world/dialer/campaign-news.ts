import type { CampaignEvent, CampaignSummary } from '../campaign-port.ts';
import { createEventLog } from '../event-log.ts';
import type { StreamSource } from '../event-source.ts';
import { isoTime } from '../iso-time.ts';
import type { CampaignRecord } from './campaign-record.ts';

/** A campaign that calls changes all the time: it is told once a second. */
const everyMs = 1_000;
const kept = 1_000;

export interface CampaignNews extends StreamSource<CampaignEvent> {
  /** Tells of those that have changed since they were last told. */
  tick(records: Iterable<CampaignRecord>, now: number, show: (record: CampaignRecord) => CampaignSummary): void;
}

/** Tells a stream of the campaigns that change. */
export function createCampaignNews(streamId: string): CampaignNews {
  const log = createEventLog<CampaignEvent>(kept);
  const told = new WeakMap<CampaignRecord, string>();
  let last = Number.NEGATIVE_INFINITY;

  /** What a change shows in, cheap to read. */
  function signature(record: CampaignRecord): string {
    const { contacts, attempts, leases, revision, lastMovementAt } = record;
    const waiting = contacts.count('pending') + contacts.count('skipped') * 7 + contacts.count('do-not-call') * 13;
    return `${revision} ${lastMovementAt} ${attempts.length} ${leases.size} ${contacts.length} ${waiting}`;
  }

  return {
    streamId,
    get sequence() {
      return log.sequence;
    },
    events: log,
    tick(records, now, show) {
      if (now - last < everyMs) return;
      // Whatever stands there at the beginning is no news.
      const first = last === Number.NEGATIVE_INFINITY;
      last = now;
      for (const record of records) {
        const state = signature(record);
        if (told.get(record) === state) continue;
        const isNew = told.has(record) || !first;
        told.set(record, state);
        if (!isNew) continue;
        const { id: campaignId, revision } = record;
        log.append({ type: 'campaign.updated', at: isoTime(now), campaignId, revision, campaign: show(record) });
      }
    },
  };
}
