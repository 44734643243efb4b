// The least that shows a window with a word in it: what a start cannot be quicker than on the same runtime.
import { app, BrowserWindow } from 'electron';

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900 });
  return window.loadURL('data:text/html,<!doctype html><h1>Hello</h1>');
});
