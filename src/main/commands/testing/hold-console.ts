import { join } from 'node:path';
import { systemClock } from '../../storage/clock.ts';
import { silentLog } from '../../storage/log.ts';
import { HoldFile } from '../holds/hold-file.ts';
import { Holds } from '../holds/holds.ts';
import { createJournal, type Journal } from '../journal/journal.ts';

/** Holds over a real folder; `send` says what becomes of what is sent. */
export function holdsIn(folder: string, send: (conversation: string, hold: string, journal: Journal) => Promise<void>) {
  const journal = createJournal({ folder: join(folder, 'journal'), clock: systemClock });
  const holds = new Holds({
    file: new HoldFile(join(folder, 'holds.json'), undefined),
    journal,
    clock: systemClock,
    log: silentLog,
    me: () => ({ id: 'u-1', name: 'Avery' }),
    owner: () => 'instance|avery',
    send: async (kept, { id }) => {
      await send(id, kept.id, journal);
      return { outcome: 'done' };
    },
  });
  return { holds, journal };
}
