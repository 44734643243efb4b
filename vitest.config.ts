import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Importing the real `electron` from Node would start a download of its binary; tests get a small fake instead.
const electron = resolve(import.meta.dirname, 'src/main/testing/electron-fake.ts');

const setupFiles = [resolve(import.meta.dirname, 'vitest.setup.ts')];
// Waiting longer costs nothing but on a failure, and a busy machine is slow.
const testTimeout = 60_000;
const poll = { timeout: 15_000 };

export default defineConfig({
  test: {
    reporters: ['default'],
    // As many as there are cores: by itself it leaves one idle, which on two is half of them.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { alias: { electron } },
        test: {
          name: 'node',
          environment: 'node',
          setupFiles,
          include: [
            'src/{main,shared,preload,simulator}/**/*.test.ts',
            'tools/**/*.test.ts',
            'scripts/**/*.test.{ts,mjs}',
          ],
          testTimeout,
          expect: { poll },
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          setupFiles,
          include: ['src/renderer/**/*.test.{ts,tsx}'],
          testTimeout,
          expect: { poll },
        },
      },
    ],
  },
});
