import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { z } from 'zod';
import { openConsole } from '../../lib/console.ts';
import { repeat } from '../../lib/repeat.ts';
import { median, reportRuns } from '../../lib/report.ts';
import { LONG } from '../../live/source/long-transcript.ts';
import { startSource } from '../../live/source/source.ts';

const suite = 'transcripts';

/** Milliseconds from the address until a message of the transcript is drawn. */
const OPEN = `(id) => new Promise((done) => {
  const since = performance.now();
  const look = () => {
    if (!document.body.innerText.includes('Message 0:') && !document.body.innerText.includes('Message ${LONG - 1}:')) return requestAnimationFrame(look);
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now() - since);
    channel.port2.postMessage(undefined);
  };
  location.hash = '#/conversations/' + id;
  requestAnimationFrame(look);
})`;
/** The peer: all of them in the page, as a plain list, from texts that are at hand. */
const PLAIN = `(count) => new Promise((done) => {
  const since = performance.now();
  const list = document.createElement('ul');
  for (let n = 0; n < count; n += 1) {
    const item = document.createElement('li');
    item.innerHTML = '<p>Message ' + n + ': Thank you, I have found the account, and I see what happened with the bill.</p><time>14:32:08</time>';
    list.append(item);
  }
  document.body.replaceChildren(list);
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now() - since);
    channel.port2.postMessage(undefined);
  });
})`;

/** Opening a transcript of 7,000 messages in the reader, read from the instance each time. */
export async function reportOpening(browser: Browser): Promise<void> {
  const source = await startSource('');
  await source.populate(1);
  const console = await openConsole(source);
  try {
    const { window } = console;
    const [id] = Object.keys((await source.state()).revisions);
    await window.evaluate("location.hash = '#/conversations'");
    await window.getByRole('heading', { level: 1 }).waitFor();
    const open = async () => {
      await window.evaluate("location.hash = '#/conversations'");
      await pause(500);
      return z.number().parse(await window.evaluate(`(${OPEN})(${JSON.stringify(id)})`));
    };
    await open();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const plain = await repeat(async () => z.number().parse(await page.evaluate(`(${PLAIN})(${LONG})`)));
    await page.close();
    const figure = { suite, name: 'transcripts.open7000', unit: 'ms', peers: { 'plain list': median(plain) } };
    reportRuns({ ...figure, target: { atMost: 150 } }, await repeat(open));
  } finally {
    await console.close();
    await source.stop();
  }
}
