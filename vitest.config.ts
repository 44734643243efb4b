import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultExclude, defineConfig } from 'vitest/config';

// Importing the real `electron` from Node would start a download of its binary; tests get a small fake instead.
const electron = resolve(import.meta.dirname, 'src/main/testing/electron-fake.ts');

const setupFiles = [resolve(import.meta.dirname, 'vitest.setup.ts')];
// Waiting longer costs nothing but on a failure, and a busy machine is slow.
const testTimeout = 60_000;
const poll = { timeout: 15_000 };
// A look at the page that fails prints the page, at each of the many looks of a wait: a tenth of all the time.
const env = { DEBUG_PRINT_LIMIT: process.env['DEBUG_PRINT_LIMIT'] ?? '0' };
const common = { testTimeout, expect: { poll }, env };

// What measures its own process: in one that ran other tests it would measure those, too.
const alone = 'src/**/*.alone.test.ts';

export default defineConfig({
  test: {
    reporters: ['default'],
    // As many as there are cores: by itself it leaves one idle, which on two is half of them.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { alias: { electron } },
        test: {
          ...common,
          name: 'node',
          // Files share a process and its modules, already loaded and warm: half of the processor time. So no file leaves
          // anything behind in a module, and no helper has hooks of its own: they would be those of the first file only.
          isolate: false,
          setupFiles,
          include: [
            // What has no JSX in its test draws nothing, but for those that ask for a page in their first line: a page
            // takes longer to make than most of these run.
            'src/**/*.test.ts',
            'tools/**/*.test.ts',
            'scripts/**/*.test.{ts,mjs}',
          ],
          exclude: [...defaultExclude, alone],
        },
      },
      { resolve: { alias: { electron } }, test: { ...common, name: 'alone', setupFiles, include: [alone] } },
      {
        plugins: [react()],
        test: {
          ...common,
          name: 'dom',
          environment: 'jsdom',
          isolate: false,
          setupFiles: [...setupFiles, resolve(import.meta.dirname, 'src/renderer/testing/clean-page.setup.ts')],
          include: ['src/renderer/**/*.test.tsx'],
        },
      },
    ],
  },
});
