import type { Failure } from '../models/failure.ts';

/** How every answer crosses IPC: Electron loses the fields of thrown errors, so failures travel as data. */
export type Envelope<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
