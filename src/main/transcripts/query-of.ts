import type { Handlers } from '../../shared/ipc/contract.ts';
import type { ArchiveQuery } from '../../shared/models/archive.ts';
import { present } from '../platform/decode/present.ts';

/** A query as it crossed from a window, without what it leaves open. */
export function queryOf({ filter, ...query }: Parameters<Handlers['archive']['search']>[0]['query']): ArchiveQuery {
  return present({ ...query, filter: present(filter) });
}
