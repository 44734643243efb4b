import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Importing the real `electron` from Node would start a download of its binary; tests get a small fake instead.
const electron = resolve(import.meta.dirname, 'src/main/testing/electron-fake.ts');

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        resolve: { alias: { electron } },
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'src/{main,shared,preload,simulator}/**/*.test.ts',
            'tools/**/*.test.ts',
            'scripts/**/*.test.{ts,mjs}',
          ],
          testTimeout: 20_000,
        },
      },
      {
        plugins: [react()],
        test: { name: 'dom', environment: 'jsdom', include: ['src/renderer/**/*.test.{ts,tsx}'], testTimeout: 20_000 },
      },
    ],
  },
});
