import { defineConfig } from '@playwright/test';

const realElectron = process.env['DIALAI_RUNTIME'] === 'electron';

export default defineConfig({
  testDir: 'e2e/specs',
  // The pictures of docs/pictures.md are made on request only: DIALAI_PICTURES=1 npm run e2e -- pictures
  ...(process.env['DIALAI_PICTURES'] === '1' ? {} : { testIgnore: '**/pictures.spec.ts' }),
  // Waiting longer costs nothing but on a failure, and a busy machine is slow.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  reporter: 'list',
  outputDir: 'test-results/e2e',
  // What only Electron's own binary can prove (fuses, sandbox, keychains) runs where that binary is.
  ...(realElectron ? {} : { grepInvert: /@real-electron/ }),
});
