// Transcripts' speed: the offline desk, the instance's search, a long transcript, exports. The method is in README.md.
import { chooseRuntime } from '../../scripts/lib/runtime.mjs';
import { openBrowser } from '../lib/browser.ts';
import { option } from '../lib/options.ts';
import { reportExport } from './measures/export.ts';
import { reportOpening } from './measures/opening.ts';
import { reportRemote } from './measures/remote.ts';
import { reportSearch } from './measures/search.ts';

// Playwright reads from its own environment which Electron to launch.
Object.assign(process.env, chooseRuntime().env);
const wanted = (part: string) => option('only')?.split(',').includes(part) ?? true;
if (wanted('export')) await reportExport();
if (wanted('remote')) await reportRemote();
if (wanted('open')) {
  const browser = await openBrowser();
  await reportOpening(browser);
  await browser.close();
}
if (wanted('search')) await reportSearch();
