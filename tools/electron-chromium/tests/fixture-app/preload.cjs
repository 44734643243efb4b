const { contextBridge, ipcRenderer } = require('electron');

Object.assign(globalThis, { secretOfThePreload: 'secret' });
Object.assign(Array.prototype, { preloadsOwn: true });

contextBridge.exposeInMainWorld('fixture', {
  version: '1',
  deep: { list: [1, { two: 2 }], date: new Date(5) },
  add: (/** @type {number} */ left, /** @type {number} */ right) => left + right,
  join: (/** @type {string[]} */ list) => list.join('-'),
  later: async (/** @type {string} */ value) => `${value} later`,
  refuse: async () => {
    throw new RangeError('refused later');
  },
  fail: () => {
    throw new RangeError('failed at once');
  },
  call: (/** @type {(value: unknown) => unknown} */ callback, /** @type {unknown} */ value) => callback(value),
  make: () => (/** @type {number} */ value) => value * 2,
  seesPage: () => typeof Reflect.get(globalThis, 'secretOfThePage'),
  hasNode: () => ['require', 'process', 'module'].map((name) => typeof Reflect.get(globalThis, name)),
  invoke: (/** @type {string} */ channel, /** @type {unknown[]} */ ...args) => ipcRenderer.invoke(channel, ...args),
  send: (/** @type {string} */ channel, /** @type {unknown[]} */ ...args) => ipcRenderer.send(channel, ...args),
  onTick: (/** @type {(...args: unknown[]) => void} */ listener) => {
    const receive = (/** @type {unknown} */ _event, /** @type {unknown[]} */ ...args) => listener(...args);
    ipcRenderer.on('tick', receive);
    return () => ipcRenderer.off('tick', receive);
  },
  again: () => contextBridge.exposeInMainWorld('fixture', {}),
  requireNode: () => require('node:fs'),
});
