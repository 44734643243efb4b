import { createMemoryHistory } from '@tanstack/react-router';
import { configure, render } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import { Console } from '../src/app/console.tsx';
import { createConsoleRouter } from '../src/app/router.tsx';
import { addLateReasons } from '../src/i18n/failure-words.ts';
import { createI18n } from '../src/i18n/i18n.ts';
import { texts as lateReasons } from '../src/i18n/late-reason-texts.ts';
import { createFakeBridge } from './fake-bridge.ts';
import type { FakeBridge, FakeState } from './fake-types.ts';

// Menus and dialogs are fetched when first opened, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 20_000 });

/** jsdom lays nothing out and knows no media: what the window asks of them gets a plain answer. */
function fillInBrowser(): void {
  globalThis.matchMedia ??= (media) => ({
    media,
    matches: false,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  });
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  if (typeof globalThis.CSS === 'undefined')
    Object.assign(globalThis, { CSS: { escape: (name: string) => name.replace(/[^\w-]/g, '\\$&') } });
  Element.prototype.scrollIntoView ??= () => undefined;
  Element.prototype.setPointerCapture ??= () => undefined;
}

/** Opens the whole window on a fake bridge, at an address; returns the bridge and a user. */
export function renderConsole(
  start: Partial<FakeState> = {},
  path = '/preferences',
  prepare: (fake: FakeBridge) => void = () => undefined,
) {
  fillInBrowser();
  const fake = createFakeBridge(start);
  prepare(fake);
  globalThis.dialai = fake.api;
  const router = createConsoleRouter(createMemoryHistory({ initialEntries: [path] }));
  const i18n = createI18n('en');
  addLateReasons(i18n, lateReasons);
  const screen = render(<Console i18n={i18n} router={router} />);
  return { fake, router, user: userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never }), ...screen };
}
