/** Import rules of docs/architecture.md. `npm run architecture` fails on any arrow that points the wrong way. */
const electronUsers = '^src/(main/(index\\.ts|app|security|ipc|storage)|preload)';
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'shared-imports-only-zod',
      severity: 'error',
      from: { path: '^src/shared', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src/shared', 'node_modules/zod/'] },
    },
    {
      name: 'renderer-not-to-main',
      severity: 'error',
      from: { path: '^src/renderer' },
      to: { path: '^src/(main|preload|simulator)' },
    },
    {
      name: 'main-not-to-renderer',
      severity: 'error',
      from: { path: '^src/main' },
      to: { path: '^src/(renderer|preload)' },
    },
    {
      name: 'main-not-to-simulator',
      comment: 'The console cannot tell the simulator from a real instance; only tests start one.',
      severity: 'error',
      from: { path: '^src/main', pathNot: '(\\.test\\.ts$|/testing/)' },
      to: { path: '^src/simulator' },
    },
    {
      name: 'simulator-stands-alone',
      severity: 'error',
      from: { path: '^src/simulator', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(main|renderer|preload)' },
    },
    {
      name: 'preload-is-thin',
      severity: 'error',
      from: { path: '^src/preload' },
      to: { path: '^src/', pathNot: '^src/(preload|shared/ipc)' },
    },
    {
      name: 'features-apart',
      severity: 'error',
      from: { path: '^src/renderer/src/features/([^/]+)/' },
      to: { path: '^src/renderer/src/features/', pathNot: '^src/renderer/src/features/$1/' },
    },
    {
      name: 'building-blocks-know-no-feature',
      severity: 'error',
      from: { path: '^src/renderer/src/(components|table|charts|lib|bridge)/' },
      to: { path: '^src/renderer/src/(features|app)/' },
    },
    {
      name: 'electron-only-at-the-edge',
      severity: 'error',
      from: { path: '^src', pathNot: [electronUsers, '\\.test\\.ts$'] },
      to: { path: '(^electron$|node_modules/electron/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'product-not-to-tests',
      severity: 'error',
      from: { path: '^src', pathNot: '(\\.test\\.tsx?$|/testing/)' },
      to: { path: '(\\.test\\.tsx?$|/testing/|^e2e|^bench)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^out|\\.d\\.ts$)' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
};
