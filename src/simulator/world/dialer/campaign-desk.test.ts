import { describe, expect, it, vi } from 'vitest';
import { codeOf, unwrap } from '../testing/test-world.ts';
import { ana, testDesk, toronto } from './testing/test-desk.ts';

vi.setConfig({ testTimeout: 120_000 });

const hour = 3_600_000;

describe('a forecast', () => {
  it('tells who can be called now, zone by zone, who overlaps, and when it would be done', () => {
    const { desk, campaign } = testDesk({}, { startAt: Date.parse('2026-03-10T13:30:00Z') });
    const office = { ...unwrap(desk.get(campaign([]))).schedule, windowStart: '09:00', windowEnd: '17:00' };
    const phones = [...toronto(30), '+16045550101', '+16045550102', '+19025550101'];
    const id = campaign(phones, { schedule: office });
    const other = campaign([...toronto(10), '+16045550101'], { name: 'Other' });
    expect(unwrap(desk.forecast(id)).overlaps).toEqual([]);
    unwrap(desk.drive(other, 'start', {}, ana));
    unwrap(desk.doNotCall.add({ phone: '+16045550101' }, ana));
    const forecast = unwrap(desk.forecast(id));
    expect(forecast).toMatchObject({ dialableNow: 31, doNotCallHits: 1 });
    expect(forecast.byZone).toEqual([
      { timeZone: 'America/Toronto', contacts: 30, dialableNow: 30, closesAt: '2026-03-10T21:00:00.000Z' },
      { timeZone: 'America/Vancouver', contacts: 1, dialableNow: 0, opensAt: '2026-03-10T16:00:00.000Z' },
      { timeZone: 'America/Halifax', contacts: 1, dialableNow: 1, closesAt: '2026-03-10T20:00:00.000Z' },
    ]);
    expect(forecast.overlaps).toEqual([{ campaignId: other, name: 'Other', contacts: 10 }]);
    expect(Date.parse(forecast.estimatedEndAt ?? '')).toBeGreaterThan(Date.parse('2026-03-10T16:00:00Z'));
    expect(Date.parse(forecast.estimatedEndAt ?? '')).toBeLessThan(Date.parse('2026-03-10T16:10:00Z'));
  });
});

describe('settings', () => {
  it('can be changed only where the state allows it, and tell beforehand where', () => {
    const { desk, campaign } = testDesk();
    const id = campaign(toronto(3));
    const changes = {
      name: 'Other name',
      description: 'Other words',
      flowId: 'service-notice',
      callerId: '+14165550199',
      concurrency: 2,
      maxAttempts: 5,
      answeringMachine: 'hang-up',
      requiredVariables: ['x'],
      retry: {},
    } as const;
    const tried = () =>
      Object.entries(changes)
        .filter(([field, value]) => codeOrOk(desk.update(id, { [field]: value }, undefined)) === 'ok')
        .map(([field]) => field);
    const told = () => unwrap(desk.get(id)).editable.filter((field) => Object.hasOwn(changes, field));
    const draftTold = told();
    expect(tried().sort()).toEqual(draftTold.toSorted());
    for (const verb of ['start', 'pause', 'stop'] as const) {
      unwrap(desk.drive(id, verb, {}, ana));
      // Others than those that stand there now, or nothing would be changed.
      unwrap(desk.get(id));
      for (const [field, value] of Object.entries({
        name: verb,
        concurrency: verb.length,
        flowId: 'outage-report',
        callerId: `+1416555012${verb.length}`,
      })) {
        const allowed = unwrap(desk.get(id)).editable.includes(field);
        const answer = desk.update(id, { [field]: value }, undefined);
        expect([verb, field, codeOrOk(answer)]).toEqual([verb, field, allowed ? 'ok' : 'not-editable']);
        if (!answer.ok) expect(answer.details).toMatchObject([{ path: field }]);
      }
    }
  });

  it('are not overwritten by somebody who has not seen the last change', () => {
    const { desk, campaign } = testDesk();
    const id = campaign(toronto(1));
    const seen = unwrap(desk.get(id)).revision;
    unwrap(desk.update(id, { name: 'First' }, seen));
    expect(desk.update(id, { name: 'Second' }, seen)).toMatchObject({ code: 'stale-revision', revision: seen + 1 });
    expect(desk.drive(id, 'start', { expectedRevision: seen }, ana)).toMatchObject({ code: 'stale-revision' });
    expect(unwrap(desk.drive(id, 'start', { expectedRevision: seen + 1 }, ana)).revision).toBe(seen + 2);
    expect(desk.archive(id)).toMatchObject({ code: 'illegal-state', legalVerbs: ['pause', 'stop'] });
  });
});

function codeOrOk(result: { readonly ok: boolean; readonly code?: string }): string {
  return result.ok ? 'ok' : (result.code ?? '');
}

describe('imports', () => {
  it('are given up when they are forgotten, and stay after a day', () => {
    const { desk, campaign, pass, contacts } = testDesk();
    const id = campaign([]);
    const input = { fileName: 'x.csv', sizeBytes: 100, mode: 'append', columns: ['phone'] } as const;
    const forgotten = unwrap(desk.manifests.create(id, input, ana));
    const bytes = Buffer.from('phone\n+14165550101\n');
    const kept = unwrap(desk.manifests.take(id, { fileName: 'y.csv', mode: 'append', bytes }, ana));
    pass(24 * hour + 60_000, 60_000);
    expect(unwrap(desk.manifests.get(id, forgotten.uploadId)).state).toBe('cancelled');
    expect(codeOf(desk.manifests.cancel(id, kept.uploadId))).toBe('not-reversible');
    expect(unwrap(desk.manifests.get(id, kept.uploadId)).reversibleUntil).toBeUndefined();
    expect(contacts(id)).toHaveLength(1);
  });

  it('check every row, each fault by its code', () => {
    const { desk, campaign, pass } = testDesk();
    const id = campaign([], { requiredVariables: ['visit'] });
    unwrap(desk.contacts.add(id, { phone: '+14165550150', variables: { visit: 'Friday' } }));
    const rows = [
      'phone,timeZone,firstName,visit',
      '+14165550101,America/Halifax,Ana,Tuesday',
      '+14165550102,Atlantic/Nowhere,Ana,Tuesday',
      '+14165550103,,Ana,',
      ',,Ana,Tuesday',
      '',
      ',,,',
      '+14165550104,,"Ana,Tuesday',
    ];
    const more = [
      '+14165550105,,Ana,Tuesday,,',
      '+14165550106,,Ana,Tuesday,surplus',
      `+14165550107,,${'A'.repeat(2_001)},Tuesday`,
      '+14165550150,,Ana,Tuesday',
      '+14165550101,,Ana,Tuesday',
      '1.4165E+10,,Ana,Tuesday',
    ];
    const text = `\uFEFF${[...rows.slice(0, 7), ...more, ...rows.slice(7)].join('\r\n')}`;
    const { uploadId } = unwrap(
      desk.manifests.take(id, { fileName: 'x.csv', mode: 'append', bytes: Buffer.from(text) }, ana),
    );
    pass(40, 20);
    const { counts, state } = unwrap(desk.manifests.get(id, uploadId));
    expect([state, counts]).toEqual([
      'partially-accepted',
      { rows: 13, accepted: 2, duplicate: 2, invalid: 6, empty: 3, doNotCall: 0 },
    ]);
    const { items } = unwrap(desk.manifests.errors(id, uploadId, undefined, 100));
    expect(items.map(({ row, code, column }) => [row, code, column])).toEqual([
      [2, 'time-zone-unknown', 'timeZone'],
      [3, 'variable-missing', 'visit'],
      [4, 'phone-missing', 'phone'],
      [5, 'empty-row', undefined],
      [6, 'empty-row', undefined],
      [8, 'too-many-cells', undefined],
      [9, 'too-long', 'firstName'],
      [10, 'duplicate-in-campaign', 'phone'],
      [11, 'duplicate-in-file', 'phone'],
      [12, 'phone-invalid', 'phone'],
      [13, 'malformed-quotes', undefined],
    ]);
  });
});
