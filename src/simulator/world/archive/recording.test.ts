import { expect, test } from 'vitest';
import { tenantOf, testWorld, unwrap } from '../testing/test-world.ts';
import { recordingOf } from './recording.ts';

test('a recording is a WAV file as long as its call, silent until somebody speaks', () => {
  const tenant = tenantOf(testWorld({ transcripts: 200 }));
  const [shown] = unwrap(tenant.list({ platform: ['voice'], status: ['completed'] }, undefined, 1)).items;
  const call = tenant.get(shown?.transcriptId ?? '');
  if (call === undefined) throw new Error('No voice call');
  const file = recordingOf(call);
  const view = new DataView(file.buffer);
  expect(new TextDecoder().decode(file.subarray(0, 4))).toBe('RIFF');
  expect(view.getUint32(24, true)).toBe(8_000);
  const seconds = view.getUint32(40, true) / 8_000;
  expect(seconds).toBeCloseTo((Date.parse(call.endedAt ?? '') - Date.parse(call.startedAt)) / 1000, 0);
  const first = (Date.parse(call.messages[0]?.at ?? '') - Date.parse(call.startedAt)) / 1000;
  const samples = file.subarray(44);
  expect(samples.subarray(0, Math.floor(first * 8_000)).every((sample) => sample === 128)).toBe(true);
  expect(samples.subarray(Math.floor(first * 8_000)).some((sample) => sample !== 128)).toBe(true);
});
