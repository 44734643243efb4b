import type { Watcher } from '../../../shared/models/watchers.ts';
import { isRecord } from '../json.ts';
import { createFieldTable } from './field-table.ts';
import { instantOf } from './instant.ts';
import { textOf } from './values.ts';

const TABLE = createFieldTable({
  id: ['id', 'userid', 'agentid', 'csrid', 'uid', 'sub'],
  name: ['name', 'displayname', 'fullname', 'username'],
  since: ['since', 'viewingsince', 'watchingsince', 'at', 'from', 'startedat', 'joinedat'],
});

/** People from a list of objects. Undefined for anything else: a mere number of them is kept as it came. */
export function decodeWatchers(raw: unknown): readonly Watcher[] | undefined {
  if (!Array.isArray(raw)) return undefined;
  const watchers: Watcher[] = [];
  for (const one of raw) {
    if (!isRecord(one)) continue;
    const { values } = TABLE.read(one);
    const name = textOf(values.name) ?? textOf(values.id);
    const id = textOf(values.id) ?? name;
    if (id === undefined || name === undefined) continue;
    const since = instantOf(values.since);
    watchers.push({ id, name, ...(since !== undefined && { since }) });
  }
  return watchers;
}
