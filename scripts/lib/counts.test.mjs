import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from './counts.mjs';

const vitest = { numPassedTests: 7, numFailedTests: 0, numFailedTestSuites: 0, numPendingTests: 1, numTodoTests: 1 };
const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 2 };

describe('counting', () => {
  it('adds up what vitest reports', () => {
    expect(countVitest(vitest)).toEqual({ passed: 7, failed: 0, skipped: 2 });
    expect(countVitest({ ...vitest, numFailedTests: 3, numFailedTestSuites: 2 })).toMatchObject({ failed: 3 });
  });

  it('takes a file that did not load for a failure', () => {
    expect(countVitest({ ...vitest, numFailedTestSuites: 1 })).toMatchObject({ failed: 1 });
  });

  it('adds up what Playwright reports, and takes a pass on a second try for a failure', () => {
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 0, skipped: 2 });
    expect(countPlaywright({ stats: { ...stats, unexpected: 1, flaky: 2 }, errors: [{}] })).toMatchObject({
      failed: 4,
    });
  });

  it.each([undefined, {}, { stats: {} }])('takes a missing report for a failure: %j', (report) => {
    expect(countVitest(report)).toMatchObject({ passed: 0, failed: 1 });
    expect(countPlaywright(report)).toMatchObject({ passed: 0, failed: 1 });
  });
});
