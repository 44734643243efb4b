import { join } from 'node:path';
import type { z } from 'zod';
import { forkScript } from '../../lib/child-process.ts';
import { answerSchema, type Command, momentSchema, readySchema, stateSchema, watchedSchema } from './commands.ts';

export type Moment = z.infer<typeof momentSchema>;

/** The bench's handle on the process that makes the events. */
export interface Source extends z.infer<typeof readySchema> {
  populate(count: number): Promise<unknown>;
  rate(perSecond: number): Promise<unknown>;
  prepare(events: number): Promise<unknown>;
  /** Sends what was prepared; `at` is when the first byte left, `stamp` the last event's. */
  send(): Promise<Moment>;
  /** Changes everything and says only that the stream was reset. */
  shake(): Promise<Moment>;
  /** The updates of watched conversations since this was last asked. */
  watched(): Promise<z.infer<typeof watchedSchema>>;
  state(): Promise<z.infer<typeof stateSchema>>;
  stop(): Promise<unknown>;
}

/**
 * Starts the process.
 * @param peerScript the peer page's script, served at `/peer/`
 */
export async function startSource(peerScript: string): Promise<Source> {
  const child = forkScript(join(import.meta.dirname, 'source-process.ts'), [], ['--max-old-space-size=4096']);
  const waiting = new Map<number, (value: unknown) => void>();
  let last = 0;
  const ready = await new Promise<z.infer<typeof readySchema>>((done, fail) => {
    child.once('exit', (code) => fail(new Error(`the source of events ended with code ${code}`)));
    child.once('message', (message) => done(readySchema.parse(message)));
  });
  child.on('message', (message) => {
    const { id, value } = answerSchema.parse(message);
    waiting.get(id)?.(value);
    waiting.delete(id);
  });
  const ask = (command: Command) =>
    new Promise<unknown>((done) => {
      last += 1;
      waiting.set(last, done);
      child.send({ id: last, command });
    });
  await ask({ do: 'peer', script: peerScript });
  return {
    ...ready,
    populate: (count) => ask({ do: 'populate', count }),
    rate: (perSecond) => ask({ do: 'rate', perSecond }),
    prepare: (events) => ask({ do: 'prepare', events }),
    send: async () => momentSchema.parse(await ask({ do: 'send' })),
    shake: async () => momentSchema.parse(await ask({ do: 'shake' })),
    watched: async () => watchedSchema.parse(await ask({ do: 'watched' })),
    state: async () => stateSchema.parse(await ask({ do: 'state' })),
    stop: () => ask({ do: 'stop' }),
  };
}
