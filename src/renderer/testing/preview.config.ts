import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Serves the renderer on the fake bridge, for pictures and for looking at screens while working on them:
 * `npx vite --config src/renderer/testing/preview.config.ts`, then open /testing/preview.html. Never built into the product.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [react(), tailwindcss()],
  server: { host: '127.0.0.1', port: 5199 },
  cacheDir: fileURLToPath(new URL('../../../node_modules/.cache/preview', import.meta.url)),
});
