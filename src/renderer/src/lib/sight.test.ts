import { describe, expect, it } from 'vitest';
import { heldFrames } from './held-frames.ts';
import { createRowStore } from './row-store.ts';
import { createSightReporter } from './sight.ts';

function setUp() {
  const frames = heldFrames();
  const rows = createRowStore<{ readonly id: string }>(() => true);
  const looks: { readonly shown: readonly string[]; readonly follow: readonly string[] }[] = [];
  const sight = createSightReporter<string>({
    rows,
    follow: ['risk'],
    look: (shown, follow) => looks.push({ shown, follow }),
    frames: frames.next,
  });
  return { frames, rows, looks, sight };
}
const soon = () => Promise.resolve();

describe('the sight of a window', () => {
  it('is told once for all rows of one drawing, then at its pace', async () => {
    const { frames, rows, looks } = setUp();
    const ends = ['a', 'b'].map((id) => rows.subscribeRow(id, () => undefined));
    await soon();
    expect(looks).toEqual([{ shown: ['a', 'b'], follow: ['risk'] }]);
    ends[0]?.();
    rows.subscribeRow('c', () => undefined);
    await soon();
    expect(looks).toHaveLength(1);
    frames.run();
    expect(looks.at(-1)).toEqual({ shown: ['b', 'c'], follow: ['risk'] });
  });

  it('is not told again when nothing of it changed', async () => {
    const { frames, rows, looks } = setUp();
    const end = rows.subscribeRow('a', () => undefined);
    await soon();
    end();
    rows.subscribeRow('a', () => undefined);
    // A second one that looks at the same row changes nothing either.
    rows.subscribeRow('a', () => undefined);
    await soon();
    frames.run();
    expect(looks).toHaveLength(1);
  });

  it('holds what is included though it is not on screen, and what is followed', async () => {
    const { frames, looks, sight } = setUp();
    sight.include(['x']);
    sight.follow(['risk', 'state']);
    await soon();
    expect(looks).toEqual([{ shown: ['x'], follow: ['risk', 'state'] }]);
    sight.include([]);
    await soon();
    frames.run();
    expect(looks.at(-1)?.shown).toEqual([]);
  });

  it('is told anew when the other end began anew, and never once closed', async () => {
    const { frames, rows, looks, sight } = setUp();
    await soon();
    sight.again();
    await soon();
    frames.run();
    expect(looks).toHaveLength(2);
    rows.subscribeRow('a', () => undefined);
    sight.close();
    await soon();
    frames.run();
    expect(looks).toHaveLength(2);
  });
});
