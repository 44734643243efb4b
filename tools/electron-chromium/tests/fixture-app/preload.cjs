const { contextBridge, ipcRenderer } = require('electron');

globalThis.secretOfThePreload = 'secret';
Array.prototype.preloadsOwn = true;

contextBridge.exposeInMainWorld('fixture', {
  version: '1',
  deep: { list: [1, { two: 2 }], date: new Date(5) },
  add: (left, right) => left + right,
  later: async (value) => `${value} later`,
  refuse: async () => {
    throw new RangeError('refused later');
  },
  fail: () => {
    throw new RangeError('failed at once');
  },
  call: (callback, value) => callback(value),
  make: () => (value) => value * 2,
  seesPage: () => typeof globalThis.secretOfThePage,
  hasNode: () => [typeof globalThis.require, typeof globalThis.process, typeof globalThis.module],
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  onTick: (listener) => {
    const receive = (_event, ...args) => listener(...args);
    ipcRenderer.on('tick', receive);
    return () => ipcRenderer.off('tick', receive);
  },
  again: () => contextBridge.exposeInMainWorld('fixture', {}),
  requireNode: () => require('node:fs'),
});
