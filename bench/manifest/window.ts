import { once } from 'node:events';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { forkScript } from '../lib/child-process.ts';
import { openConsole, TENANT } from '../lib/console.ts';

const SIMULATOR = join(import.meta.dirname, '../../src/simulator/child.ts');
const readySchema = z.object({ url: z.string(), issuer: z.string() });

/**
 * Counts in the page itself, from the click until the window says that all is checked. What it says of the check before this
 * one still stands there at first.
 */
const COUNT_FRAMES = `new Promise((resolve) => {
  let frames = 0;
  let began = 0;
  let underWay = false;
  document.addEventListener('click', () => { began ||= performance.now(); }, { once: true, capture: true });
  const tick = () => {
    if (began > 0) frames += 1;
    const checked = /Checked [\\d,]+ rows in /.test(document.querySelector('main')?.textContent ?? '');
    underWay ||= began > 0 && !checked && document.querySelector('progress, [role="progressbar"]') !== null;
    if (underWay && checked) resolve((frames * 1000) / (performance.now() - began));
    else requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
})`;

/** The same page idle, as the limit: what this machine draws when nothing else happens. */
const IDLE_FRAMES = `new Promise((resolve) => {
  const began = performance.now();
  let frames = 0;
  const tick = (now) => {
    frames += 1;
    if (now - began > 2000) resolve((frames * 1000) / (now - began));
    else requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
})`;

export interface Frames {
  /** Frames a second while the file is checked. */
  readonly checking: readonly number[];
  /** The same window with nothing to do. */
  readonly idle: number;
}

/** Frames a second of the console's window while it shows the check of a file, the demo's traffic going on. */
export async function measureFrames(path: string, runs: number): Promise<Frames> {
  const child = forkScript(SIMULATOR, ['--port', '0', '--conversations', '40']);
  try {
    const [message] = await once(child, 'message');
    const { app, window, close } = await openConsole(readySchema.parse(message));
    try {
      await app.evaluate(({ dialog }, file) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
      }, path);
      await window.evaluate(`dialai.session.activateTenant({ tenant: '${TENANT}' })`);
      await window.evaluate(`void (location.hash = '#/campaigns')`);
      await window.getByRole('table', { name: 'Campaigns' }).getByRole('button').first().click();
      await window.getByRole('button', { name: 'Manifest' }).click();
      await window.getByRole('button', { name: 'Choose a file…' }).waitFor();
      const idle = z.number().parse(await window.evaluate(IDLE_FRAMES));
      const checking: number[] = [];
      for (let run = 0; run < runs; run += 1) checking.push(await oneCheck(window, run === 0));
      return { checking, idle };
    } finally {
      await close();
    }
  } finally {
    child.kill();
  }
}

async function oneCheck(window: Page, first: boolean): Promise<number> {
  if (first) await window.getByRole('button', { name: 'Choose a file…' }).click();
  else await window.getByRole('button', { name: 'Back to the columns' }).click();
  const check = window.getByRole('button', { name: 'Check the file' });
  await check.waitFor();
  const counted = window.evaluate(COUNT_FRAMES);
  await check.click();
  return z.number().parse(await counted);
}
