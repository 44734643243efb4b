import { z } from 'zod';

/** What the bench tells the source, and what it answers. */
export const commandSchema = z.discriminatedUnion('do', [
  /** The script of the page that the console is compared with. */
  z.object({ do: z.literal('peer'), script: z.string() }),
  /** A new world of so many conversations; streams are cut. */
  z.object({ do: z.literal('populate'), count: z.number() }),
  /** So many events a second from now on, until told otherwise. */
  z.object({ do: z.literal('rate'), perSecond: z.number() }),
  /** Makes the bytes of so many events, to be sent by `send`. */
  z.object({ do: z.literal('prepare'), events: z.number() }),
  /** Sends what was prepared to every stream that is open, as fast as it is read. */
  z.object({ do: z.literal('send') }),
  z.object({ do: z.literal('shake') }),
  z.object({ do: z.literal('watched') }),
  z.object({ do: z.literal('state') }),
  z.object({ do: z.literal('stop') }),
]);
export type Command = z.infer<typeof commandSchema>;

export const messageSchema = z.object({ id: z.number(), command: commandSchema });
export const answerSchema = z.object({ id: z.number(), value: z.unknown() });
export const readySchema = z.object({ url: z.string(), simulator: z.string(), issuer: z.string() });
/** A moment on this machine's clock, and the state that the watched rows show from then on. */
export const momentSchema = z.object({ at: z.number(), stamp: z.number(), events: z.number() });
export const watchedSchema = z.object({
  ids: z.array(z.string()),
  updates: z.array(z.tuple([z.number(), z.number()])),
});
export const stateSchema = z.object({ sequence: z.number(), revisions: z.record(z.string(), z.number()) });
