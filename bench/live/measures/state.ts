import { z } from 'zod';
import type { ProbePage } from '../probe-page.ts';
import type { Source } from '../source/source.ts';

const heldSchema = z.array(z.tuple([z.string(), z.number()]));
const countersSchema = z.object({ gaps: z.number(), dropped: z.number(), resyncs: z.number(), malformed: z.number() });

/** A new stream of rows, as any window opens it: its first batch is all that main holds. */
const READ_ROWS = `(tenant) => new Promise((done) => {
  const close = dialai.live.rows({ tenant }, (batch) => {
    const { value } = typeof batch === 'string' ? JSON.parse(batch) : batch;
    setTimeout(() => close());
    done(value.rows.map((row) => [row.id, row.revision]));
  });
})`;
const READ_STATUS = `(tenant) => new Promise((done) => {
  const close = dialai.live.status({ tenant }, (batch) => {
    const { value } = typeof batch === 'string' ? JSON.parse(batch) : batch;
    setTimeout(() => close());
    done(value.counters);
  });
})`;

/** Conversations that a window shows otherwise than the instance has them: changes that were lost on the way. */
export async function lostBy(source: Source, page: ProbePage, tenant: string): Promise<number> {
  const { revisions } = await source.state();
  const held = new Map(heldSchema.parse(await page.page.evaluate(`(${READ_ROWS})(${JSON.stringify(tenant)})`)));
  const ids = new Set([...held.keys(), ...Object.keys(revisions)]);
  let lost = 0;
  for (const id of ids) lost += Math.abs((revisions[id] ?? 0) - (held.get(id) ?? 0));
  return lost;
}

export async function counters(page: ProbePage, tenant: string): Promise<z.infer<typeof countersSchema>> {
  return countersSchema.parse(await page.page.evaluate(`(${READ_STATUS})(${JSON.stringify(tenant)})`));
}
