import { afterEach, describe, expect, it } from 'vitest';
import type { CampaignDraft } from '../../../shared/models/campaign.ts';
import { failureOf } from '../../../shared/models/failure.ts';
import { documentOf, NAMED } from '../testing/campaign-documents.ts';
import { type Connected, connectedTo } from '../testing/connected.ts';
import { json } from '../testing/test-server.ts';

const DRAFT: CampaignDraft = {
  name: 'Spring renewals',
  flowId: 'f-1',
  callerId: '+15145550100',
  schedule: {
    startsAt: Date.UTC(2026, 2, 1, 14),
    days: ['mon', 'fri'],
    windowStart: '09:00',
    windowEnd: '20:00',
    holidays: ['2026-12-25'],
    fallbackTimeZone: 'America/Toronto',
  },
  concurrency: 5,
  maxAttempts: 3,
  retry: { 'no-answer': { afterMinutes: 60 } },
  answeringMachine: 'hang-up',
  requiredVariables: ['policy'],
};

const text = { type: 'string' };
const count = { type: 'integer' };
/** Another instance's campaign body: other names and units, the schedule's fields beside the others, rules as a list. */
const OTHER_BODY = {
  type: 'object',
  required: ['title', 'kind'],
  properties: {
    title: text,
    kind: { type: 'string', enum: ['OUTBOUND'] },
    flow: text,
    from_number: text,
    not_before: { type: 'integer', description: 'epoch seconds' },
    weekdays: { type: 'array', items: { type: 'string', enum: ['MONDAY', 'FRIDAY', 'SUNDAY'] } },
    opens: text,
    closes: text,
    blackout_dates: { type: 'array', items: text },
    default_time_zone: text,
    lines: count,
    attempt_limit: count,
    redial_rules: {
      type: 'array',
      items: {
        type: 'object',
        properties: { outcome: { type: 'string', enum: ['UNANSWERED', 'BUSY'] }, delay_minutes: count },
      },
    },
    machine_action: { type: 'string', enum: ['LEAVE_VOICEMAIL', 'DISCONNECT'] },
    mandatory_variables: { type: 'array', items: text },
  },
};

let to: Connected;
afterEach(() => to.close());

interface Described {
  readonly body?: object;
  readonly type?: string;
  readonly parameters?: readonly object[];
}

/** The named places, some with bodies and parameters of their own. */
function described(places: Readonly<Record<string, Described>>): object {
  const document = structuredClone(documentOf(NAMED, true)) as {
    paths: Record<string, Record<string, { operationId?: string; requestBody?: object; parameters?: object }>>;
  };
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item)) {
      const { body, type = 'application/json', parameters } = places[operation.operationId ?? ''] ?? {};
      if (body !== undefined) operation.requestBody = { content: { [type]: { schema: body } } };
      if (parameters !== undefined) operation.parameters = parameters;
    }
  }
  return document;
}

async function connect(places: Readonly<Record<string, Described>> = {}) {
  to = await connectedTo(described(places));
  return to.platform.campaignApi('north');
}
const failing = (call: Promise<unknown>) => call.then(() => expect.unreachable('it should have failed'), failureOf);
const inQuery = (...names: readonly string[]) => names.map((name) => ({ name, in: 'query', schema: text }));

describe('campaigns', () => {
  it('says a draft in another instance’s names, units, spellings and arrangement', async () => {
    const api = await connect({ createCampaign: { body: OTHER_BODY } });
    to.answerWith(
      json({ data: { campaign_id: 'k-1', title: 'Spring renewals', campaign_status: 'NOT_STARTED' } }, 201),
    );
    expect(await api.campaigns.create(DRAFT)).toMatchObject({ id: 'k-1', name: 'Spring renewals', state: 'draft' });
    expect(JSON.parse(to.server.seen[0]?.body ?? '')).toEqual({
      title: 'Spring renewals',
      kind: 'OUTBOUND',
      flow: 'f-1',
      from_number: '+15145550100',
      not_before: Date.UTC(2026, 2, 1, 14) / 1000,
      weekdays: ['MONDAY', 'FRIDAY'],
      opens: '09:00',
      closes: '20:00',
      blackout_dates: ['2026-12-25'],
      default_time_zone: 'America/Toronto',
      lines: 5,
      attempt_limit: 3,
      redial_rules: [{ outcome: 'UNANSWERED', delay_minutes: 60 }],
      machine_action: 'DISCONNECT',
      mandatory_variables: ['policy'],
    });
  });

  it('refuses a draft that the instance has no place for, before anything is sent', async () => {
    const { machine_action: _, ...properties } = OTHER_BODY.properties;
    const api = await connect({ createCampaign: { body: { ...OTHER_BODY, properties } } });
    expect(await failing(api.campaigns.create(DRAFT))).toMatchObject({
      code: 'unavailable',
      detail: { reason: 'unfillable-body', field: 'answeringMachine' },
    });
    expect(to.server.seen).toEqual([]);
  });

  it('reads a campaign whatever its fields are called, and an unknown state as it came', async () => {
    const api = await connect();
    const other = {
      campaign_id: 'k-1',
      title: 'Renewals',
      version: 4,
      campaign_status: 'FROZEN',
      is_archived: false,
      started_at: 1_780_000_000_000,
      lines: 5,
      opens: '9:00',
      closes: '20:00:00',
      weekdays: ['MONDAY', 'FRI'],
      default_time_zone: 'America/Toronto',
      contact_counts: {
        all: 100,
        remaining: 60,
        ringing: 2,
        talking: 3,
        completed: 30,
        excluded: 1,
        exhausted: 3,
        dnc: 1,
      },
      dispositions: [
        { outcome: 'COMPLETED', calls: 30 },
        { outcome: 'NO_ANSWER', calls: 11 },
      ],
      spend: { value: 12.5, currency_code: 'CAD' },
      allowed_actions: ['SUSPEND', 'HALT', 'POSTPONE'],
      redial_rules: [{ outcome: 'UNANSWERED', delay_minutes: 60 }],
      closing_windows: [{ tz: 'America/Halifax', closes: '2026-03-01T23:00:00Z', remaining: 7 }],
      changeable_fields: ['title', 'lines'],
    };
    to.answerWith(json({ data: other }));
    expect(await api.campaigns.get('k-1')).toMatchObject({
      id: 'k-1',
      name: 'Renewals',
      revision: 4,
      state: 'FROZEN',
      archived: false,
      startedAt: 1_780_000_000_000,
      schedule: { days: ['mon', 'fri'], windowStart: '09:00', windowEnd: '20:00', fallbackTimeZone: 'America/Toronto' },
      progress: { total: 100, pending: 60, dialing: 2, inCall: 3, done: 30, skipped: 1, unreachable: 3, doNotCall: 1 },
      outcomes: { completed: 30, 'no-answer': 11 },
      cost: { amount: 12.5, currency: 'CAD' },
      legalVerbs: ['pause', 'stop', 'POSTPONE'],
      retry: { 'no-answer': { afterMinutes: 60 } },
      nextWindowCloses: [{ timeZone: 'America/Halifax', closesAt: Date.UTC(2026, 2, 1, 23), contacts: 7 }],
      editable: ['name', 'concurrency'],
    });
  });

  it('fails rather than show an answer without campaigns as an empty list', async () => {
    const api = await connect();
    to.answerWith(json({ message: 'moved' }));
    expect(await failing(api.campaigns.list())).toMatchObject({ detail: { reason: 'unreadable-answer' } });
    to.answerWith(json({ items: [] }));
    expect(await api.campaigns.list()).toEqual([]);
  });
});

describe('the dispatcher', () => {
  const verb = {
    type: 'object',
    properties: {
      expectedRevision: count,
      callsInProgress: { type: 'string', enum: ['FINISH', 'HANG_UP'] },
      reason: text,
    },
  };

  it('is told a verb once, with the revision that was seen', async () => {
    const api = await connect({ stopDispatcher: { body: verb } });
    to.answerWith(json({ campaignId: 'k-1', state: 'STOPPING', revision: 8, legalVerbs: [] }));
    const told = await api.dispatcher.tell('k-1', 'stop', { expectedRevision: 7, callsInProgress: 'hang-up' });
    expect(told).toMatchObject({ state: 'draining', revision: 8, legalVerbs: [] });
    expect(to.server.seen).toMatchObject([
      {
        method: 'POST',
        url: '/api/v1/north/campaigns/k-1/dispatcher/stop',
        body: '{"expectedRevision":7,"callsInProgress":"HANG_UP"}',
      },
    ]);
  });

  it('tells what a refused verb found: the state, and what is legal in it', async () => {
    const api = await connect({ startDispatcher: { body: verb } });
    const error = { code: 'illegal-state', message: 'Not now', state: 'completed', legalVerbs: [] };
    to.answerWith(json({ error }, 409));
    expect(await failing(api.dispatcher.tell('k-1', 'start'))).toMatchObject({
      code: 'conflict',
      detail: { reason: 'illegal-state', state: 'completed', legalVerbs: [] },
    });
  });
});

describe('manifests', () => {
  it('sends a chunk as the bytes it is, where it belongs', async () => {
    const api = await connect({
      putManifestChunk: { body: { format: 'binary' }, type: 'application/octet-stream', parameters: inQuery('offset') },
    });
    to.answerWith(json({ receivedBytes: 9 }));
    const bytes = new TextEncoder().encode('a,b\n');
    expect(await api.manifests.putChunk('k-1', 'u-1', 5, bytes)).toBe(9);
    expect(to.server.seen).toMatchObject([
      { method: 'PUT', url: '/api/v1/north/campaigns/k-1/manifests/u-1/chunks?offset=5', body: 'a,b\n' },
    ]);
    to.answerWith(json({ error: { code: 'offset-mismatch', message: 'No', details: { receivedBytes: 3 } } }, 409));
    expect(await failing(api.manifests.putChunk('k-1', 'u-1', 5, bytes))).toMatchObject({
      code: 'conflict',
      detail: { reason: 'offset-mismatch', receivedBytes: 3 },
    });
  });

  it('does not send a chunk to an instance that cannot be told where it belongs', async () => {
    const api = await connect({ putManifestChunk: { body: {}, type: 'application/octet-stream' } });
    expect(await failing(api.manifests.putChunk('k-1', 'u-1', 0, new Uint8Array(1)))).toMatchObject({
      code: 'unavailable',
      detail: { reason: 'unfillable-parameter', field: 'offset' },
    });
    expect(to.server.seen).toEqual([]);
  });
});

describe('contacts', () => {
  it('come page by page, narrowed where the instance can', async () => {
    const api = await connect({ listCampaignContacts: { parameters: inQuery('status', 'cursor', 'limit') } });
    const contacts = [{ contactId: 'x-1', phone: '+15145550101', status: 'in-call' }];
    to.answerWith(json({ items: contacts, nextCursor: 'abc', total: 3 }));
    const first = await api.contacts.list('k-1', { state: 'in-call' }, { limit: 1 });
    expect(first).toMatchObject({ items: [{ id: 'x-1', state: 'in-call', variables: {} }], total: 3 });
    to.answerWith(json({ items: contacts, nextCursor: null, total: 3 }));
    const second = await api.contacts.list('k-1', { state: 'in-call' }, { limit: 1, next: first.next ?? '' });
    expect(second.next).toBeUndefined();
    expect(to.server.seen.map(({ url }) => new URL(url, 'http://x').search)).toEqual([
      '?status=in-call&limit=1',
      '?status=in-call&cursor=abc&limit=1',
    ]);
    expect(await failing(api.contacts.list('k-1', { zone: 'America/Toronto' }))).toMatchObject({
      detail: { reason: 'unfillable-parameter', field: 'zone' },
    });
  });

  it('carry their attempts, and why they were not called', async () => {
    const api = await connect();
    const attempt = { attempt: 1, at: '2026-03-01T15:00:00Z', disposition: 'no-answer', transcriptId: 'c-9' };
    const contact = { contactId: 'x-1', phone: '+15145550101', state: 'waiting-retry', variables: { policy: 7 } };
    to.answerWith(json({ ...contact, attempts: [attempt], notCalledBecause: { code: 'retry-wait', until: 1e12 } }));
    expect(await api.contacts.get('k-1', 'x-1')).toMatchObject({
      variables: { policy: '7' },
      attempts: 1,
      history: [{ attempt: 1, disposition: 'no-answer', transcriptId: 'c-9', unreported: false }],
      notCalledBecause: { code: 'retry-wait', until: 1e12 },
    });
  });
});
