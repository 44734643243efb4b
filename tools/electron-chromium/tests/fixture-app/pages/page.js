globalThis.secretOfThePage = 'secret';
globalThis.seenByPage = {
  fixtureAtOnce: typeof globalThis.fixture?.add,
  preload: typeof globalThis.secretOfThePreload,
  prototype: typeof [].preloadsOwn,
  electron: ['require', 'process', 'ipcRenderer', 'module'].map((name) => typeof globalThis[name]),
};
console.warn('a page warning');
