import { expect, test } from 'vitest';
import type { Failure } from '../../shared/models/failure.ts';
import { type HubFacts, hubState } from './hub-state.ts';

const LIVE: HubFacts = {
  polling: false,
  snapshotFailing: false,
  streamOpen: true,
  failures: 0,
  loaded: true,
  whole: true,
  problem: undefined,
};
const lost: Failure = { code: 'offline', message: '' };
const refused: Failure = { code: 'forbidden', message: '' };
const stumbles: Failure = { code: 'unavailable', message: '', detail: { reason: 'server-error', status: 500 } };

test.each<[string, Partial<HubFacts>]>([
  ['live', {}],
  ['catching-up', { whole: false }],
  ['catching-up', { loaded: false }],
  ['catching-up', { whole: false, problem: stumbles, snapshotFailing: true }],
  ['offline', { whole: false, problem: refused, snapshotFailing: true }],
  ['connecting', { streamOpen: false, loaded: false }],
  ['reconnecting', { streamOpen: false, loaded: false, failures: 1, problem: lost }],
  ['reconnecting', { streamOpen: false, failures: 2, problem: lost }],
  ['offline', { streamOpen: false, failures: 3, problem: lost }],
  ['offline', { streamOpen: false, failures: 1, problem: refused }],
  ['polling', { polling: true, streamOpen: false, failures: 9, problem: refused }],
  ['reconnecting', { polling: true, streamOpen: false, snapshotFailing: true, problem: lost }],
])('%s when %j', (state, facts) => {
  expect(hubState({ ...LIVE, ...facts })).toBe(state);
});
