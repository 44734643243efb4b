import type { RunningConsole } from '../../lib/console.ts';
import { RUNS } from '../../lib/options.ts';
import { median, reportRuns } from '../../lib/report.ts';

/** A transcript of 7,000 messages in the reader until its first is drawn, beside all of them as a plain list. */
export async function reportOpening({ window }: RunningConsole, ids: readonly string[]): Promise<void> {
  const runs: number[] = [];
  const plain: number[] = [];
  // The first opening loads the view.
  for (const id of ids.slice(0, RUNS + 1)) {
    const ms = await window.evaluate(`new Promise((done, fail) => {
      const before = performance.now();
      location.hash = '#/conversations/${encodeURIComponent(id)}';
      const look = () => {
        const reader = document.querySelector('[aria-label="Transcript"]');
        if (reader?.textContent.includes('Message 0:')) setTimeout(() => done(performance.now() - before));
        else if (performance.now() - before > 30_000) fail(new Error('the transcript was not drawn'));
        else requestAnimationFrame(look);
      };
      look();
    })`);
    runs.push(Number(ms));
    plain.push(Number(await window.evaluate(PLAIN)));
    await window.evaluate("location.hash = '#/conversations'");
    await window.waitForFunction('!document.querySelector(\'[aria-label="Transcript"]\')');
  }
  const peers = { 'a plain list of the same': median(plain.slice(1)) };
  reportRuns(
    { suite: 'transcripts', name: 'transcripts.open7000', unit: 'ms', peers, target: { atMost: 150 } },
    runs.slice(1),
  );
}

/** The same texts as paragraphs, drawn at once, without reading them from anywhere. */
const PLAIN = `new Promise((done) => {
  const before = performance.now();
  const list = document.createElement('div');
  for (let nth = 0; nth < 7000; nth += 1) {
    const line = document.createElement('p');
    line.textContent = 'Message ' + nth + ': I would like to know what becomes of my account, please.';
    list.append(line);
  }
  document.body.append(list);
  void list.offsetHeight;
  requestAnimationFrame(() => setTimeout(() => { const took = performance.now() - before; list.remove(); done(took); }));
})`;
