import { openConsole } from '../../lib/console.ts';
import { ProbePage } from '../probe-page.ts';
import { startSource } from '../source/source.ts';
import { peerPaints, reportPaint } from './paint.ts';

const RATES = [500, 2_000, 5_000];

/** Event-to-paint and all that goes with it for so many conversations, at several rates, the peers measured once each. */
export async function reportSize(probe: string, peerScript: string, count: number): Promise<void> {
  const source = await startSource(peerScript);
  try {
    await source.populate(count);
    const peers = [];
    for (const perSecond of RATES) peers.push(await peerPaints(source, probe, { perSecond }, 1));
    const console = await openConsole(source);
    try {
      const page = await ProbePage.attach(console.window, probe);
      for (const [index, perSecond] of RATES.entries()) {
        const peer = peers[index];
        if (peer === undefined) continue;
        await reportPaint(source, page, { perSecond }, peer, console.mainCpu, `live.${count}x${perSecond}`);
      }
    } finally {
      await console.close();
    }
  } finally {
    await source.stop();
  }
}
