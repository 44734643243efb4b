/**
 * Structured-clone data as tagged JSON: what IPC messages are written in between Node and a page. `makeCodec` is also
 * turned to text and evaluated in the page, so it uses nothing from outside its body.
 */

export interface Codec {
  /**
   * Writes a value. Throws a DataCloneError for functions, symbols and promises.
   * @param aside takes long texts, which then cross as they are: written into a text they would be escaped, and that
   *   text once more by the protocol
   */
  encode(value: unknown, aside?: string[]): string;
  /** Reads what {@link Codec.encode} wrote. */
  decode(text: string, aside?: readonly string[]): unknown;
}

/** Makes a codec; each side of a link has its own. */
export function makeCodec(): Codec {
  type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

  const toBase64 = (bytes: Uint8Array): string => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(text);
  };
  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

  const refuse = (): never => {
    throw Object.assign(new Error('An object could not be cloned.'), { name: 'DataCloneError' });
  };
  // `target.__proto__ = value` would change the prototype.
  const assign = <T>(target: Record<string, T>, key: string, value: T): void => {
    if (key !== '__proto__') target[key] = value;
    else Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  };

  // Longer texts are put aside where that is possible.
  const long = 500;
  let putAside: string[] | undefined;
  let fromAside: readonly string[] = [];

  function write(value: unknown, seen: Map<object, number>): Json {
    switch (typeof value) {
      case 'string':
        return putAside === undefined || value.length < long ? value : { $: 'aside', v: putAside.push(value) - 1 };
      case 'boolean':
        return value;
      case 'number':
        if (Number.isFinite(value) && !Object.is(value, -0)) return value;
        return { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
      case 'undefined':
        return { $: 'undefined' };
      case 'bigint':
        return { $: 'bigint', v: String(value) };
      case 'object':
        return value === null ? null : writeObject(value, seen);
      default:
        return refuse();
    }
  }

  function writeObject(value: object, seen: Map<object, number>): Json {
    const before = seen.get(value);
    if (before !== undefined) return { $: 'again', v: before };
    seen.set(value, seen.size);
    if (Array.isArray(value)) return Array.from(value, (item) => write(item, seen));
    if (value instanceof Date) return { $: 'date', v: value.getTime() };
    if (value instanceof RegExp) return { $: 'regexp', v: [value.source, value.flags] };
    if (value instanceof Map) return { $: 'map', v: [...value].map(([k, v]) => [write(k, seen), write(v, seen)]) };
    if (value instanceof Set) return { $: 'set', v: [...value].map((item) => write(item, seen)) };
    if (value instanceof Error) return { $: 'error', v: [value.name, value.message, value.stack ?? ''] };
    if (value instanceof ArrayBuffer) return { $: 'bytes', t: 'ArrayBuffer', v: toBase64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      const type = Object.prototype.toString.call(value).slice(8, -1);
      return { $: 'bytes', t: type, v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
    }
    if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) return refuse();
    const fields: { [key: string]: Json } = {};
    for (const [key, field] of Object.entries(value)) assign(fields, key, write(field, seen));
    return '$' in fields ? { $: 'object', v: fields } : fields;
  }

  function read(json: Json | undefined, seen: unknown[]): unknown {
    if (json === null || typeof json !== 'object') return json;
    if (Array.isArray(json)) {
      const items: unknown[] = [];
      seen.push(items);
      for (const item of json) items.push(read(item, seen));
      return items;
    }
    return '$' in json ? readTagged(json, seen) : readFields(json, seen);
  }

  function readFields(fields: { [key: string]: Json }, seen: unknown[]): unknown {
    const object: Record<string, unknown> = {};
    seen.push(object);
    for (const [key, field] of Object.entries(fields)) assign(object, key, read(field, seen));
    return object;
  }

  function readBytes(type: string, text: string): unknown {
    const bytes = fromBase64(text);
    if (type === 'ArrayBuffer') return bytes.buffer;
    const View: unknown = Reflect.get(globalThis, type);
    if (!/^(?:(?:Big)?(?:Int|Uint|Float)\d+(?:Clamped)?Array|DataView)$/.test(type) || typeof View !== 'function')
      return refuse();
    return Reflect.construct(View, [bytes.buffer]);
  }

  function readTagged(json: { [key: string]: Json }, seen: unknown[]): unknown {
    const list = Array.isArray(json['v']) ? json['v'] : [];
    const keep = <T>(object: T): T => {
      seen.push(object);
      return object;
    };
    switch (json['$']) {
      case 'undefined':
        return undefined;
      case 'aside':
        return fromAside[Number(json['v'])];
      case 'number':
        return Number(json['v']);
      case 'bigint':
        return BigInt(String(json['v']));
      case 'again':
        return seen[Number(json['v'])];
      case 'date':
        // An invalid date's time is NaN, which JSON writes as null.
        return keep(new Date(json['v'] === null ? Number.NaN : Number(json['v'])));
      case 'regexp':
        return keep(new RegExp(String(list[0]), String(list[1])));
      case 'map': {
        const map = keep(new Map<unknown, unknown>());
        for (const pair of list) if (Array.isArray(pair)) map.set(read(pair[0], seen), read(pair[1], seen));
        return map;
      }
      case 'set': {
        const set = keep(new Set<unknown>());
        for (const item of list) set.add(read(item, seen));
        return set;
      }
      case 'error': {
        const error = keep(new Error(String(list[1])));
        if (list[0] !== 'Error') error.name = String(list[0]);
        error.stack = String(list[2]);
        return error;
      }
      case 'bytes':
        return keep(readBytes(String(json['t']), String(json['v'])));
      default: {
        const fields = json['v'];
        return typeof fields === 'object' && fields !== null && !Array.isArray(fields)
          ? readFields(fields, seen)
          : refuse();
      }
    }
  }

  return {
    encode: (value, aside) => {
      putAside = aside;
      return JSON.stringify(write(value, new Map()));
    },
    decode: (text, aside = []) => {
      const json: Json = JSON.parse(text);
      fromAside = aside;
      return read(json, []);
    },
  };
}
