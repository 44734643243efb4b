/**
 * One end of the contextBridge; the same code runs in the page's world and in the preload's. Messages are CustomEvents on
 * a detached element that both worlds hold: Chromium clones their detail between worlds and dispatches them at once, so
 * calls are synchronous. Turned to text and evaluated in the page: it uses nothing from outside its body.
 */
import type { PageTarget, PageWindow } from './page-types.ts';

export interface Bridge {
  /** Offers an API to the other world. Throws what the other world throws. */
  expose(key: string, api: unknown): void;
  /** Called when the other world exposes an API. */
  onExpose: (key: string, api: unknown) => void;
}

/**
 * Makes one end.
 * @param page this world's window
 * @param channel the shared element
 * @param mine the event type this end listens to
 * @param theirs the event type the other end listens to
 */
export function makeBridge(page: PageWindow, channel: PageTarget, mine: string, theirs: string): Bridge {
  // A value on its way: plain, seen before, function, promise, error, array or object.
  type Wire =
    | { t: 'plain'; v: unknown }
    | { t: 'again' | 'function' | 'promise'; v: number }
    | { t: 'error'; v: [string, string, string] }
    | { t: 'array'; v: Wire[] }
    | { t: 'object'; v: [string, Wire][] };
  type Message =
    | { op: 'call'; id: number; args: Wire[] }
    | { op: 'expose'; key: string; v: Wire }
    | { op: 'settle'; id: number; ok: boolean; v: Wire }
    | { op: 'return'; ok: boolean; v: Wire };
  type Callable = (...args: unknown[]) => unknown;

  const { CustomEvent } = page;
  const dispatch = page.EventTarget.prototype.dispatchEvent.bind(channel);
  const listen = page.EventTarget.prototype.addEventListener.bind(channel);
  const functions = new Map<number, Callable>();
  const functionIds = new WeakMap<Callable, number>();
  const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>();
  const answers: (Extract<Message, { op: 'return' }> | undefined)[] = [];
  let lastId = 0;

  /** Answers whether the other end took it without having anything to say. */
  const post = (detail: Message): boolean => !dispatch(new CustomEvent(theirs, { detail, cancelable: true }));

  const isCallable = (value: unknown): value is Callable => typeof value === 'function';
  const isCloneable = (value: object): boolean =>
    /^\[object (?:Date|RegExp|Map|Set|.*Array|ArrayBuffer|DataView|Blob|File|FileList|ImageData|ImageBitmap)\]$/.test(
      Object.prototype.toString.call(value),
    );

  function write(value: unknown, seen: Map<object, number>): Wire {
    if (isCallable(value)) {
      let id = functionIds.get(value);
      if (id === undefined) {
        id = ++lastId;
        functionIds.set(value, id);
        functions.set(id, value);
      }
      return { t: 'function', v: id };
    }
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.');
    if (value === null || typeof value !== 'object') return { t: 'plain', v: value };
    const before = seen.get(value);
    if (before !== undefined) return { t: 'again', v: before };
    seen.set(value, seen.size);
    if (value instanceof Promise) {
      const id = ++lastId;
      value.then(
        (result: unknown) => post({ op: 'settle', id, ok: true, v: writeSafely(result) }),
        (reason: unknown) => post({ op: 'settle', id, ok: false, v: writeSafely(reason) }),
      );
      return { t: 'promise', v: id };
    }
    if (value instanceof Error) return { t: 'error', v: [value.name, value.message, String(value.stack)] };
    if (Array.isArray(value)) return { t: 'array', v: value.map((item) => write(item, seen)) };
    if (isCloneable(value)) return { t: 'plain', v: value };
    return { t: 'object', v: Object.entries(value).map(([key, field]) => [key, write(field, seen)]) };
  }

  function writeSafely(value: unknown): Wire {
    try {
      return write(value, new Map());
    } catch (error) {
      return write(error, new Map());
    }
  }

  function read(wire: Wire, seen: unknown[]): unknown {
    switch (wire.t) {
      case 'plain':
        if (wire.v !== null && typeof wire.v === 'object') seen.push(wire.v);
        return wire.v;
      case 'again':
        return seen[wire.v];
      case 'function':
        return (...args: unknown[]) => request({ op: 'call', id: wire.v, args: args.map((a) => write(a, new Map())) });
      case 'promise': {
        const promise = new Promise((resolve, reject) => waiting.set(wire.v, { resolve, reject }));
        seen.push(promise);
        return promise;
      }
      case 'error': {
        const error = new Error(wire.v[1]);
        if (wire.v[0] !== 'Error') error.name = wire.v[0];
        error.stack = wire.v[2];
        seen.push(error);
        return error;
      }
      case 'array': {
        const items: unknown[] = [];
        seen.push(items);
        for (const item of wire.v) items.push(read(item, seen));
        return items;
      }
      case 'object': {
        const object: Record<string, unknown> = {};
        seen.push(object);
        for (const [key, field] of wire.v) {
          const value = read(field, seen);
          Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
        }
        return object;
      }
    }
  }

  // The answer arrives while the message is being dispatched; calls may nest, hence the stack.
  function request(message: Message): unknown {
    const slot = answers.push(undefined) - 1;
    const isSilent = post(message);
    const answer = answers[slot];
    answers.length = slot;
    if (isSilent) return undefined;
    if (!answer) throw new Error('contextBridge: the other world did not answer');
    const value = read(answer.v, []);
    if (answer.ok) return value;
    throw value;
  }

  function answer(message: Extract<Message, { op: 'call' | 'expose' }>): unknown {
    if (message.op === 'expose') return bridge.onExpose(message.key, read(message.v, []));
    return functions.get(message.id)?.(...message.args.map((argument) => read(argument, [])));
  }

  listen(mine, (event) => {
    // Only the other end knows this element.
    const message = event.detail as Message;
    if (message.op === 'return') {
      answers[answers.length - 1] = message;
    } else if (message.op === 'settle') {
      const promise = waiting.get(message.id);
      waiting.delete(message.id);
      const value = read(message.v, []);
      if (message.ok) promise?.resolve(value);
      else promise?.reject(value);
    } else {
      try {
        const value = answer(message);
        // Most calls answer nothing: an event of its own would cost as much as the call.
        if (value === undefined) event.preventDefault();
        else post({ op: 'return', ok: true, v: write(value, new Map()) });
      } catch (error) {
        post({ op: 'return', ok: false, v: writeSafely(error) });
      }
    }
  });

  const bridge: Bridge = {
    onExpose: () => {},
    expose: (key, api) => {
      request({ op: 'expose', key, v: write(api, new Map()) });
    },
  };
  return bridge;
}
