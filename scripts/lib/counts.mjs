/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Counts the tests of vitest's JSON report. A missing report counts as one failure: the runner broke.
 * @param {any} report
 * @returns {Counts}
 */
export function countVitest(report) {
  if (typeof report?.numPassedTests !== 'number') return { passed: 0, failed: 1, skipped: 0 };
  return {
    passed: report.numPassedTests,
    // A file that did not load has no tests to fail; it still is a failure.
    failed: Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Counts the tests of Playwright's JSON report; a test that passed only on a retry counts as failed.
 * @param {any} report
 * @returns {Counts}
 */
export function countPlaywright(report) {
  const stats = report?.stats;
  if (typeof stats?.expected !== 'number') return { passed: 0, failed: 1, skipped: 0 };
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + report.errors.length,
    skipped: stats.skipped,
  };
}
