import { contract, type Handlers } from '../../shared/ipc/contract.ts';

export interface Recorded {
  readonly handlers: Handlers;
  /** Names of the calls that reached a handler. */
  readonly reached: string[];
}

/** Handlers for every entry of the contract that only note that they were reached. */
export function recordingHandlers(): Recorded {
  const reached: string[] = [];
  const groups = Object.entries(contract).map(([group, calls]) => [
    group,
    Object.fromEntries(
      Object.entries(calls).map(([name, entry]) => [
        name,
        () => {
          reached.push(`${group}.${name}`);
          return entry.kind === 'stream' ? { take: () => undefined, close: () => undefined } : undefined;
        },
      ]),
    ),
  ]);
  // Built from the contract itself, so the shape is the one the type describes.
  return { handlers: Object.fromEntries(groups) as unknown as Handlers, reached };
}

/** Every entry as [group, name, kind]. */
export const entries: readonly (readonly [string, string, string])[] = Object.entries(contract).flatMap(
  ([group, calls]) => Object.entries(calls).map(([name, entry]) => [group, name, entry.kind] as const),
);
