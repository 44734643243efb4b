import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Campaign } from '../../../../shared/models/campaign.ts';
import { changesOfForm, draftOfForm, emptyForm, formOf, problemsOf } from './form.ts';

const campaign: Campaign = {
  id: 'k-1',
  name: 'Winter plans',
  state: 'draft',
  archived: false,
  outcomes: {},
  flowId: 'renewal',
  callerId: '+15145550100',
  concurrency: 6,
  maxAttempts: 2,
  retry: { busy: { afterMinutes: 5 } },
  answeringMachine: 'leave-message',
  requiredVariables: ['account'],
  nextWindowCloses: [],
  schedule: {
    startsAt: Date.UTC(2026, 2, 8, 14, 30),
    days: ['mon', 'sat'],
    windowStart: '09:30',
    windowEnd: '24:00',
    holidays: ['2026-12-25'],
    fallbackTimeZone: 'America/St_Johns',
  },
};
const form = formOf(campaign, 'UTC');

it('says what is missing, each by its name, and nothing of what is sound', () => {
  expect(problemsOf(emptyForm('America/Toronto'))).toEqual(['name', 'flowId', 'callerId']);
  expect(problemsOf(form)).toEqual([]);
  const wrong = {
    ...form,
    days: [],
    windowEnd: '9',
    startsAt: '2026-03-02T10:00',
    endsAt: '2026-03-02T10:00',
    holidays: '2026-02-30',
    fallbackTimeZone: 'Mars/Base',
    concurrency: '0',
    maxAttempts: '1.5',
    retry: { ...form.retry, busy: 'soon' },
  };
  expect(problemsOf(wrong)).toEqual([
    'days',
    'window',
    'span',
    'holidays',
    'fallbackTimeZone',
    'concurrency',
    'maxAttempts',
    'retry',
  ]);
});

it('brings a campaign to the form and back as it was, and changes only what was changed', () => {
  const { schedule, retry, requiredVariables } = campaign;
  expect(draftOfForm(form)).toMatchObject({ schedule, retry, requiredVariables, callerId: '+15145550100' });
  expect(changesOfForm(form, form)).toEqual({});
  const changed = { ...form, name: ' Spring plans ', description: 'New', retry: { ...form.retry, busy: '' } };
  expect(changesOfForm(changed, form)).toEqual({ name: 'Spring plans', description: 'New', retry: {} });
  expect(changesOfForm(form, changed)).toMatchObject({ description: null });
});

it('never throws at what is typed, and what it calls sound is complete', () => {
  const text = fc.string({ maxLength: 20 });
  const typed = fc.record({
    name: text,
    callerId: fc.oneof(text, fc.constant('+1 (514) 555-0100')),
    concurrency: fc.oneof(text, fc.nat().map(String)),
    holidays: fc.oneof(text, fc.constant('2026-12-25, 2027-01-01')),
    startsAt: fc.oneof(text, fc.constant('')),
    fallbackTimeZone: fc.oneof(text, fc.constant('Europe/Paris')),
  });
  fc.assert(
    fc.property(typed, (some) => {
      const one = { ...form, ...some };
      const { concurrency, callerId, name } = draftOfForm(one);
      if (problemsOf(one).length > 0) return;
      expect(concurrency).toBeGreaterThan(0);
      expect(callerId).toMatch(/^\+\d+$/);
      expect(name).not.toBe('');
    }),
  );
});
