import { systemClock } from '../clock.ts';
import { openDrafts } from '../drafts.ts';
import { MemoryBox } from './memory-box.ts';

// Run as a process of its own: types a draft and lives on until it is killed.
const [file = '', text = ''] = process.argv.slice(2);
const drafts = await openDrafts({
  file,
  box: new MemoryBox('basic_text', false),
  clock: systemClock,
  owner: () => 'instance|avery',
});
for (let length = 1; length <= text.length; length += 1)
  drafts.set({ tenant: 'north', id: 'c-1' }, text.slice(0, length));
setInterval(() => undefined, 60_000);
