/** @param {string} name */
const typeOf = (name) => typeof Reflect.get(globalThis, name);

Object.assign(globalThis, {
  secretOfThePage: 'secret',
  seenByPage: {
    fixture: typeOf('fixture'),
    preload: typeOf('secretOfThePreload'),
    prototype: typeof Reflect.get([], 'preloadsOwn'),
    electron: ['require', 'process', 'ipcRenderer', 'module'].map(typeOf),
  },
});
console.warn('a page warning');
