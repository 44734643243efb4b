import { writeFrame } from '../../../src/main/desk/desk-frames.ts';
import { SealedLog } from '../../../src/main/desk/sealed-log.ts';
import type { KeptTranscript } from '../../../src/shared/models/desk.ts';
import { createRandom, sentence } from './texts.ts';

const EACH = 16;
const BATCH = 1_000;

/** Transcripts of sixteen messages, the newest first in none; the same each time but for the days they lie in. */
export function* transcripts(messages: number, tenant: string): Generator<KeptTranscript> {
  const random = createRandom(1);
  const now = Date.now();
  const count = Math.ceil(messages / EACH);
  for (let made = 0; made < count; made += 1) {
    const id = `c-${made}`;
    const startedAt = now - (count - made) * 60_000;
    yield {
      tenant,
      conversation: {
        id,
        platform: 'webchat',
        direction: 'inbound',
        contact: { display: 'Kim' },
        status: 'completed',
        ended: true,
        handler: { kind: 'none' },
        aiState: 'unknown',
        startedAt,
        sentiments: [],
        sentimentTrend: [],
        functionsCalled: [],
        parameters: [],
        tags: [],
        flagged: false,
        other: {},
      },
      messages: Array.from({ length: EACH }, (_, index) => ({
        id: `${id}-m${index}`,
        index,
        role: index % 2 === 0 ? 'customer' : 'ai',
        text: sentence(random),
        at: startedAt + index * 1_000,
      })),
      functionCalls: [],
      transitions: [],
      keptAt: now,
      pinned: false,
    };
  }
}

/** Writes the desk's own sealed file, as years of reading would have. */
export async function writeDesk(path: string, key: Buffer, messages: number, tenant: string): Promise<void> {
  const log = new SealedLog(path, key);
  await log.openAndRead(() => undefined);
  let frames: Buffer[] = [];
  for (const transcript of transcripts(messages, tenant)) {
    frames.push(writeFrame({ kind: 'keep', transcript }));
    if (frames.length < BATCH) continue;
    await log.append(frames);
    frames = [];
  }
  if (frames.length > 0) await log.append(frames);
  await log.close();
}
