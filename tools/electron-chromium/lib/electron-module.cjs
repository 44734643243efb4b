// What require('electron') gives: the object made by electron-module.ts, found under a symbol of this process.
module.exports = Reflect.get(globalThis, Symbol.for('electron-chromium')).electron;
