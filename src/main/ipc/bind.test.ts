import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wire } from '../../shared/ipc/channels.ts';
import type { Handlers } from '../../shared/ipc/contract.ts';
import { ipcMain } from '../testing/electron-fake.ts';
import { entries, recordingHandlers } from '../testing/recording-handlers.ts';
import { bindIpc } from './bind.ts';
import { Coming } from './coming.ts';

vi.mock('electron', () => import('../testing/electron-fake.ts'));

const streams = entries.filter(([, , kind]) => kind === 'stream');
const page = { url: 'app://console/index.html', parent: null };
const foreign = [
  { url: 'https://evil.example/', parent: null },
  { url: 'app://console.evil/', parent: null },
  { url: 'app://console/index.html', parent: {} },
  { url: 'app://console/index.html', parent: null, isDestroyed: () => true },
  null,
];

let nextWindow = 0;
class FakeContents extends EventEmitter {
  readonly id = ++nextWindow;
  readonly sent: unknown[][] = [];
  send(...message: unknown[]): void {
    this.sent.push(message);
  }
  isDestroyed(): boolean {
    return false;
  }
}

let reached: readonly string[];
beforeEach(() => {
  vi.useFakeTimers();
  const recorded = recordingHandlers();
  reached = recorded.reached;
  bindTo(new Coming(recorded.handlers));
});
const bindTo = (handlers: Coming<Handlers>): void =>
  bindIpc({ handlers, origins: ['app://console'], isVisible: () => true, onDefect: () => undefined });
afterEach(() => {
  ipcMain.removeAllListeners();
  ipcMain.handlers.clear();
  vi.useRealTimers();
});

const from = (sender: FakeContents, senderFrame: unknown = page) => ({ sender, senderFrame });

describe('binding the contract', () => {
  it('listens on the four channels of the contract and no other', () => {
    expect([...ipcMain.handlers.keys()]).toEqual([wire.call]);
    expect(ipcMain.eventNames()).toEqual([wire.open, wire.ack, wire.close]);
  });

  it('answers a window that is quicker than the services once they are there, and opens nothing it gave up', async () => {
    ipcMain.removeAllListeners();
    ipcMain.handlers.clear();
    const handlers = new Coming<Handlers>();
    bindTo(handlers);
    const contents = new FakeContents();
    const asked = ipcMain.handlers.get(wire.call)?.(from(contents), 'app', 'info', undefined);
    for (const id of ['1', '2']) ipcMain.emit(wire.open, from(contents), id, 'session', 'state', undefined);
    ipcMain.emit(wire.close, from(contents), '2');
    const recorded = recordingHandlers();
    expect(recorded.reached).toEqual([]);
    handlers.come(recorded.handlers);
    expect(await asked).toMatchObject({ ok: true });
    expect([...recorded.reached].sort()).toEqual(['app.info', 'session.state']);
  });

  it.each(streams)('%s.%s opens for no foreign, framed or vanished sender', (group, name) => {
    const contents = new FakeContents();
    for (const frame of foreign) ipcMain.emit(wire.open, from(contents, frame), '1', group, name, undefined);
    vi.runAllTimers();
    expect(reached).toEqual([]);
    expect(contents.sent).toEqual([]);
  });

  it.each(streams)('%s.%s answers junk with a failure, never a throw', (group, name) => {
    fc.assert(
      fc.property(fc.anything(), (junk) => {
        const contents = new FakeContents();
        const before = reached.length;
        ipcMain.emit(wire.open, from(contents), '1', group, name, junk);
        vi.runAllTimers();
        if (reached.length > before) return;
        expect(contents.sent).toEqual([[wire.batch, '1', expect.stringContaining('"code":"invalid"')]]);
      }),
      { numRuns: 60 },
    );
  });

  it('answers long reads as text and all others as they are', async () => {
    const handle = ipcMain.handlers.get(wire.call);
    const from_ = from(new FakeContents());
    const asked = { tenant: 'northwind', text: 'refund', order: 'newest', limit: 50 };
    expect(await handle?.(from_, 'desk', 'search', asked)).toBeTypeOf('string');
    expect(await handle?.(from_, 'desk', 'search', {})).toContain('"code":"invalid"');
    expect(await handle?.(from_, 'app', 'info', undefined)).toMatchObject({ ok: true });
  });

  it('takes no junk for a stream’s id, and no more streams than a page can need', () => {
    const contents = new FakeContents();
    for (const id of [1, null, undefined, {}, 'x'.repeat(21)]) {
      ipcMain.emit(wire.open, from(contents), id, 'session', 'state', undefined);
      ipcMain.emit(wire.ack, from(contents), id);
      ipcMain.emit(wire.close, from(contents), id);
    }
    expect(reached).toEqual([]);
    for (let stream = 0; stream < 100; stream += 1) {
      ipcMain.emit(wire.open, from(contents), `${stream}`, 'session', 'state', undefined);
      ipcMain.emit(wire.open, from(contents), `${stream}`, 'session', 'state', undefined);
    }
    expect(reached).toHaveLength(64);
    ipcMain.emit(wire.close, from(contents), '0');
    ipcMain.emit(wire.open, from(contents), '100', 'session', 'state', undefined);
    expect(reached).toHaveLength(65);
  });

  it('a foreign frame cannot close what the page opened, a new page starts with none', () => {
    const contents = new FakeContents();
    const open = (count: number) => {
      for (let stream = 0; stream < count; stream += 1)
        ipcMain.emit(wire.open, from(contents), `${stream}`, 'session', 'state', undefined);
    };
    open(64);
    for (const frame of foreign) ipcMain.emit(wire.close, from(contents, frame), '0');
    ipcMain.emit(wire.open, from(contents), 'more', 'session', 'state', undefined);
    expect(reached).toHaveLength(64);
    contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    open(64);
    expect(reached).toHaveLength(128);
  });
});
