import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { preloadView } from './scripts/lib/preload-view.mjs';

const at = (path: string): string => resolve(import.meta.dirname, path);

// Everything is bundled (externalizeDeps: false), so an installed console carries no node_modules.
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      // Not minified: the identity library of the demo instance tells its records apart by their class names.
      minify: false,
      rolldownOptions: {
        // The one `eval` is in a dependency of the demo instance and never reached.
        checks: { eval: false, pluginTimings: false },
        input: {
          index: at('src/main/index.ts'),
          simulator: at('src/simulator/child.ts'),
          'desk-worker': at('src/main/desk/desk-worker.ts'),
          manifest: at('src/main/campaigns/manifest/process/engine.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      minify: true,
      // A sandboxed preload must be one CommonJS file.
      rolldownOptions: { input: at('src/preload/index.ts'), output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react(), tailwindcss(), preloadView('src/app/live-route.tsx')],
    // Replaced by a fresh nonce each time main serves the page (src/main/security/app-scheme.ts).
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      minify: true,
      manifest: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // Files come from this computer; what a window loads is bounded by `npm run size`.
      chunkSizeWarningLimit: 1_000,
      rolldownOptions: {
        input: at('src/renderer/index.html'),
        output: {
          // Each file is asked of main, which is busy when a window opens: few files, not one for each set of views that
          // share something.
          codeSplitting: {
            groups: [
              { name: 'window', tags: ['$initial'], priority: 2 },
              { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 20_000, priority: 1 },
            ],
          },
        },
      },
    },
  },
});
