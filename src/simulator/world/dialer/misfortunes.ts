import type { CampaignDesk, Dispatcher } from '../campaign-port.ts';
import { isoTime } from '../iso-time.ts';
import type { Failure, Result } from '../outcome.ts';
import type { Calls } from './calls.ts';
import { advance, type CampaignRecord } from './campaign-record.ts';
import { isFinal } from './dispatcher-machine.ts';

export interface MisfortuneParts {
  readonly find: (campaignId: string) => Result<CampaignRecord>;
  readonly now: () => number;
  readonly calls: Calls;
  readonly show: (record: CampaignRecord) => Result<Dispatcher>;
  readonly illegal: (record: CampaignRecord, what: string) => Failure;
}

/** What may befall a campaign, on demand: tests script it through the admin endpoint. */
export function createMisfortunes(parts: MisfortuneParts): Pick<CampaignDesk, 'fail' | 'loseCalls' | 'reportCalls'> {
  const { find, now, calls, show, illegal } = parts;
  return {
    fail(campaignId, message) {
      const found = find(campaignId);
      if (!found.ok) return found;
      const record = found.value;
      if (!advance(record, 'broke', now())) return illegal(record, 'made to fail');
      record.failure = { code: 'carrier-rejected', message, at: isoTime(now()) };
      return show(record);
    },
    loseCalls(campaignId, count) {
      const found = find(campaignId);
      if (!found.ok) return found;
      const record = found.value;
      if (isFinal(record.position.state)) return illegal(record, 'made to lose calls');
      const going = [...record.leases.values()].filter(({ lost }) => !lost).slice(0, count);
      for (const lease of going) calls.lose(record, lease);
      record.toLose += count - going.length;
      return show(record);
    },
    reportCalls(campaignId) {
      const found = find(campaignId);
      if (!found.ok) return found;
      const record = found.value;
      record.toLose = 0;
      for (const lease of [...record.leases.values()]) if (lease.state === 'unreported') calls.report(record, lease);
      return show(record);
    },
  };
}
