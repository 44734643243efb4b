import type { WebPreferences } from 'electron';

/**
 * The web preferences of every window. Spelled out although most are Electron's defaults, so that a test pins them
 * (security checklist 2-4, 6, 8-11).
 */
export function windowPreferences(preload: string): WebPreferences {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: true,
  };
}
