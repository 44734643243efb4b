import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { app } from 'electron';
import type { LaunchOptions } from './options.ts';

/** Says where this console keeps its files; before `ready`, because the single-instance lock lives there too. */
export function applyProfile({ userData }: LaunchOptions): void {
  if (userData === undefined) return;
  const folder = resolve(userData);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
}
