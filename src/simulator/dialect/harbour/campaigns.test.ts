import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Simulator } from '../../instance.ts';
import { startSimulator } from '../../server.ts';
import { type CheckedClient, createCheckedClient } from '../../testing/checked-client.ts';
import { manifest } from '../../testing/sample-campaign.ts';

const org = 'northwind-utilities';
const base = `/gateway/tenants/${org}`;
let simulator: Simulator;
let morgan: CheckedClient;
let ref = '';

beforeAll(async () => {
  const world = { seed: 7, conversations: 6, speed: 1, clock: 'driven', campaigns: { start: 'demo' } } as const;
  simulator = await startSimulator({ dialect: 'harbour', world });
  morgan = await createCheckedClient(simulator.url, 'morgan.roy@dialai.example', org);
});
afterAll(() => simulator.close());

const pass = (ms: number) => simulator.world().clock.advance(ms);
const campaign = {
  title: 'Sample reminders',
  flow_id: 'payment-reminder',
  caller_number: '+14165550100',
  calling_hours: {
    weekdays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'],
    daily_from: '00:00',
    daily_to: '24:00',
    closed_dates: [],
    fallback_tz: 'America/Toronto',
  },
  max_concurrent_calls: 5,
  attempt_limit: 3,
  voicemail_policy: 'LEAVE_MESSAGE',
  retry_rules: [{ cause: 'NO_ANSWER', wait_minutes: 30 }],
};

test('campaigns of the demo are told in its own words', async () => {
  const rows = Object((await morgan.call('GET', `${base}/outbound-campaigns?per_page=3&page=2`)).body);
  expect(rows).toMatchObject({ data: [{}, {}, {}], meta: { page: 2, per_page: 3, total: 8 } });
  const paused = await morgan.call('GET', `${base}/outbound-campaigns?lifecycle=PAUSED`);
  expect(paused.body).toMatchObject({ data: [{ lifecycle: 'PAUSED', allowed_actions: ['RESUME', 'STOP'] }] });
  for (const { campaign_ref, title } of rows.data) {
    const one = `${base}/outbound-campaigns/${campaign_ref}`;
    expect((await morgan.call('GET', one)).body).toMatchObject({ data: { title } });
    for (const path of ['dispatch', 'dispatch/outlook', 'contact-files']) {
      expect((await morgan.call('GET', `${one}/${path}`)).status).toBe(200);
    }
    const recipients = Object((await morgan.call('GET', `${one}/recipients?per_page=40&page=3`)).body).data;
    expect(recipients).toHaveLength(40);
    for (const { recipient_ref } of recipients.slice(0, 5)) {
      expect((await morgan.call('GET', `${one}/recipients/${recipient_ref}`)).status).toBe(200);
    }
  }
  expect((await morgan.call('GET', `${base}/suppressions?phrase=asked&per_page=5`)).body).toMatchObject({
    data: [{ origin: 'UNSUBSCRIBED' }, {}, {}, {}, {}],
  });
});

test('a campaign is made, filled, dispatched and ended', async () => {
  const made = await morgan.call('POST', `${base}/outbound-campaigns`, campaign);
  expect(made).toMatchObject({
    status: 201,
    body: { data: { lifecycle: 'DRAFT', retry_rules: campaign.retry_rules, calling_hours: campaign.calling_hours } },
  });
  ref = Object(made.body).data.campaign_ref;
  expect(Object(made.body).data.changeable_fields).toContain('max_concurrent_calls');
  const one = `${base}/outbound-campaigns/${ref}`;
  const change = { notes: 'Words', expected_version: 1, retry_rules: [{ cause: 'BUSY', wait_minutes: 5 }] };
  expect((await morgan.call('PATCH', one, change)).body).toMatchObject({
    data: { notes: 'Words', version: 2, retry_rules: [{ cause: 'BUSY' }] },
  });
  expect((await morgan.call('PATCH', one, change)).body).toMatchObject({
    errors: [{ code: 'STALE_REVISION', present_version: 2 }],
  });
  expect((await morgan.call('PATCH', one, { notes: null })).body).toMatchObject({ data: { version: 3 } });

  const file = new Uint8Array(Buffer.from(manifest(['+14165550101', '+14165550101', 'x', '', '+16045550102'])));
  const opened = await morgan.call('POST', `${one}/contact-files`, {
    file_name: 'list.csv',
    byte_count: file.length,
    import_mode: 'APPEND',
    column_names: ['phone', 'externalId', 'firstName', 'lastName', 'language', 'account'],
  });
  expect(opened).toMatchObject({ status: 201, body: { data: { import_state: 'RECEIVING' } } });
  const upload = `${one}/contact-files/${Object(opened.body).data.file_ref}`;
  expect((await morgan.call('PUT', `${upload}/parts?from_byte=9`, file)).body).toMatchObject({
    errors: [{ code: 'OFFSET_MISMATCH', received_bytes: 0 }],
  });
  expect((await morgan.call('PUT', `${upload}/parts?from_byte=0`, file)).body).toEqual({
    data: { received_bytes: file.length },
  });
  expect((await morgan.call('POST', `${upload}/commit`)).status).toBe(202);
  pass(40);
  expect((await morgan.call('GET', upload)).body).toMatchObject({
    data: {
      import_state: 'PARTIALLY_ACCEPTED',
      row_counts: { rows: 5, taken: 2, repeated: 1, faulty: 1, blank: 1, suppressed: 0 },
    },
  });
  expect((await morgan.call('GET', `${upload}/rejected-rows?per_page=2&page=2`)).body).toMatchObject({
    data: [{ row_number: 4, kind: 'EMPTY', code: 'PHONE_MISSING' }],
    meta: { total: 3 },
  });
  const added = await morgan.call('POST', `${one}/recipients`, { phone_number: '+19025550103', given_name: 'Mei' });
  const recipient = `${one}/recipients/${Object(added.body).data.recipient_ref}`;
  expect(added).toMatchObject({ status: 201, body: { data: { tz: 'America/Halifax', recipient_state: 'PENDING' } } });
  expect((await morgan.call('POST', `${recipient}/skip`)).body).toMatchObject({ data: { recipient_state: 'SKIPPED' } });
  expect((await morgan.call('POST', `${recipient}/call-again`)).status).toBe(200);
  const due_at = simulator.world().clock.now() + 3_600_000;
  expect((await morgan.call('POST', `${recipient}/reschedule`, { due_at })).body).toMatchObject({
    data: { next_attempt_at: due_at },
  });
  expect((await morgan.call('DELETE', recipient)).status).toBe(204);

  expect((await morgan.call('POST', `${one}/dispatch/pause`)).body).toMatchObject({
    errors: [{ code: 'ILLEGAL_STATE', current_state: 'DRAFT', allowed_actions: ['START'] }],
  });
  expect((await morgan.call('POST', `${one}/dispatch/start`, {})).body).toMatchObject({
    data: { lifecycle: 'RUNNING' },
  });
  pass(2_000);
  expect((await morgan.call('GET', `${one}/dispatch`)).body).toMatchObject({
    data: { held_lines: [{ line_state: 'RINGING' }], line_cap: 24 },
  });
  expect((await morgan.call('POST', `${one}/dispatch/pause`, { remark: 'Lunch' })).body).toMatchObject({
    data: { paused_by: { display_name: 'Morgan Roy', remark: 'Lunch' } },
  });
  expect((await morgan.call('POST', `${one}/dispatch/resume`)).status).toBe(200);
  expect((await morgan.call('POST', `${one}/dispatch/stop`, { calls_in_progress: 'HANG_UP' })).body).toMatchObject({
    data: { lifecycle: 'STOPPED', allowed_actions: [] },
  });
  const rows = Object((await morgan.call('GET', `${one}/recipients?disposition=FAILED`)).body).data;
  expect((await morgan.call('GET', `${one}/recipients/${rows[0].recipient_ref}`)).body).toMatchObject({
    data: { attempts: [{ number: 1, disposition: 'FAILED' }] },
  });
  expect((await morgan.call('DELETE', upload)).status).toBe(204);
  expect((await morgan.call('POST', `${one}/copy`, { title: 'Again' })).body).toMatchObject({
    data: { title: 'Again' },
  });
  expect((await morgan.call('DELETE', one)).status).toBe(204);
});

test('numbers are suppressed, one by one and many at once', async () => {
  const added = await morgan.call('POST', `${base}/suppressions`, { phone_number: '+14165559901', cause: 'Asked' });
  expect(added).toMatchObject({
    status: 201,
    body: { data: { origin: 'OPERATOR', listed_by: { user_id: 'u-morgan' } } },
  });
  expect((await morgan.call('POST', `${base}/suppressions`, { phone_number: '+14165559901' })).status).toBe(200);
  const numbers = ['+14165559901', '+14165559902', 'x'].map((phone_number) => ({ phone_number }));
  expect((await morgan.call('POST', `${base}/suppressions/bulk`, { numbers })).body).toEqual({
    data: { added: 1, already_listed: 1, rejected: [{ position: 2, code: 'PHONE_INVALID' }] },
  });
  const ref = Object(added.body).data.suppression_ref;
  expect((await morgan.call('DELETE', `${base}/suppressions/${ref}`)).status).toBe(204);
  expect((await morgan.call('DELETE', `${base}/suppressions/${ref}`)).status).toBe(404);
});
