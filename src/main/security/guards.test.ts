import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { blockNetwork, guardContents, guardPermissions, isAllowedRequest } from './guards.ts';
import { windowPreferences } from './window-preferences.ts';

vi.mock('electron', () => import('../testing/electron-fake.ts'));
const origins = ['app://console'];

describe('guards', () => {
  it('refuse every permission, on request and on check', () => {
    const decisions: boolean[] = [];
    guardPermissions({
      setPermissionRequestHandler: (handler: Parameters<Session['setPermissionRequestHandler']>[0]) => {
        // Only the permission's name is looked at.
        const ask = handler as unknown as (
          contents: null,
          permission: string,
          decide: (granted: boolean) => void,
        ) => void;
        for (const name of [
          'media',
          'geolocation',
          'notifications',
          'midi',
          'fullscreen',
          'clipboard-read',
          'usb',
          'unknown',
        ]) {
          ask(null, name, (granted) => decisions.push(granted));
        }
      },
      setPermissionCheckHandler: (handler: Parameters<Session['setPermissionCheckHandler']>[0]) => {
        const check = handler as unknown as (contents: null, permission: string) => boolean;
        for (const name of ['media', 'geolocation', 'notifications']) decisions.push(check(null, name));
      },
    });
    expect(decisions).toEqual(new Array(11).fill(false));
  });

  it('cancel every request of a page that is not for our scheme', () => {
    let cancelled: boolean | undefined;
    const webRequest = {
      onBeforeRequest: (
        listener: (
          details: { url: string; resourceType: string },
          decide: (result: { cancel?: boolean }) => void,
        ) => void,
      ) => {
        listener({ url: 'https://acme.dialai.ca/api', resourceType: 'xhr' }, (result) => {
          cancelled = result.cancel;
        });
      },
    };
    const blocked: string[] = [];
    blockNetwork({ webRequest } as unknown as Session, origins, (scheme, type) => blocked.push(`${scheme} ${type}`));
    expect(cancelled).toBe(true);
    expect(blocked).toEqual(['https: xhr']);
  });

  it.each([
    ['app://console/main.js', true],
    ['data:image/png;base64,AA', true],
    ['https://console/', false],
    ['http://127.0.0.1:5173/', false],
    ['ws://127.0.0.1:5173/', false],
    ['app://console.evil/', false],
    ['file:///etc/hosts', false],
    ['garbage', false],
  ])('request %s allowed: %s', (url, allowed) => expect(isAllowedRequest(url, origins)).toBe(allowed));

  it('keep a window where it is and open no other', () => {
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: () => { action: string }) => expect(handler()).toEqual({ action: 'deny' }),
    });
    guardContents(contents as unknown as WebContents, origins);
    const vetoed = (name: string, url: string): boolean => {
      const preventDefault = vi.fn();
      contents.emit(name, { url, preventDefault });
      return preventDefault.mock.calls.length > 0;
    };
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      for (const url of [
        'https://evil.example/',
        'app://console.evil/',
        'javascript:alert(1)',
        'file:///etc/hosts',
        '',
      ]) {
        expect(vetoed(name, url), `${name} ${url}`).toBe(true);
      }
      expect(vetoed(name, 'app://console/index.html#/live')).toBe(false);
    }
    expect(vetoed('will-attach-webview', 'app://console/')).toBe(true);
  });

  it('pin the web preferences of every window', () => {
    expect(windowPreferences('/p.cjs')).toEqual({
      preload: '/p.cjs',
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
    });
  });
});
