import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests',
  timeout: 30_000,
  workers: 2,
  fullyParallel: true,
  reporter: 'list',
  outputDir: '../../test-results/electron-chromium',
});
