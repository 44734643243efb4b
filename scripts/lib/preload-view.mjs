/**
 * Has the page fetch the view that a window most often begins with beside its own scripts, instead of once those have run:
 * a window comes up while main is busy, and every file is asked of main.
 * @param {string} view the view's module, below the root of the pages
 * @returns {import('vite').Plugin}
 */
export function preloadView(view) {
  return {
    name: 'preload-view',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const entry = chunks.find(({ isEntry }) => isEntry);
        const first = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${view}`) === true);
        if (first === undefined) throw new Error(`no chunk of ${view}`);
        /** @type {Set<string>} */
        const files = new Set();
        const add = (/** @type {string} */ file) => {
          if (files.has(file) || file === entry?.fileName || entry?.imports.includes(file) === true) return;
          files.add(file);
          for (const next of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) add(next);
        };
        add(first.fileName);
        return [...files].map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
          injectTo: /** @type {const} */ ('head'),
        }));
      },
    },
  };
}
