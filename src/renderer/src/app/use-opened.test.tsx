import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useOpened } from './use-opened.ts';

interface Place {
  readonly tenant: string;
  readonly address: string | undefined;
}

/** The hook at an address that only the test moves. */
function opened(start: Place) {
  const asked: (string | undefined)[] = [];
  const go = (id: string | undefined) => void asked.push(id);
  const hook = renderHook(({ tenant, address }: Place) => useOpened(tenant, address, go), { initialProps: start });
  return {
    asked,
    shown: () => hook.result.current[0],
    open: (id: string | undefined) => act(() => hook.result.current[1](id)),
    move: (place: Place) => hook.rerender(place),
  };
}

describe('what is open', () => {
  it('is shown before the address has followed, and closed so too', () => {
    const view = opened({ tenant: 'a', address: undefined });
    view.open('c-1');
    expect(view.shown()).toBe('c-1');
    view.move({ tenant: 'a', address: 'c-1' });
    expect(view.shown()).toBe('c-1');
    view.open(undefined);
    expect(view.shown()).toBeUndefined();
    expect(view.asked).toEqual(['c-1', undefined]);
  });

  it('is what the address says once that has moved: a way back does not bring what was chosen before', () => {
    const view = opened({ tenant: 'a', address: undefined });
    view.open('c-1');
    view.move({ tenant: 'a', address: 'c-1' });
    view.move({ tenant: 'a', address: 'c-2' });
    expect(view.shown()).toBe('c-2');
    view.move({ tenant: 'a', address: undefined });
    expect(view.shown()).toBeUndefined();
  });

  it('keeps the way to open another when the address follows: what is drawn with it is not drawn again', () => {
    const go = () => undefined;
    const hook = renderHook(({ address }: Pick<Place, 'address'>) => useOpened('a', address, go), {
      initialProps: { address: 'c-1' },
    });
    const [, open] = hook.result.current;
    hook.rerender({ address: 'c-2' });
    expect(hook.result.current[1]).toBe(open);
  });

  it('does not follow to another tenant', () => {
    const view = opened({ tenant: 'a', address: undefined });
    view.open('c-1');
    view.move({ tenant: 'b', address: undefined });
    expect(view.shown()).toBeUndefined();
  });
});
