/** Whatever the stand-in does not have says so by name, instead of being silently undefined. */

// Asked of any object by promises, JSON, the inspector and test tools.
const asked = new Set(['then', 'toJSON', 'inspect', 'constructor', 'domain', 'asymmetricMatch', 'nodeType']);

/**
 * Reports something missing.
 * @param name such as `app.dock`
 * @throws always
 */
export function notImplemented(name: string): never {
  throw new Error(`electron-chromium: ${name} is not implemented`);
}

function guard(above: object, name: string, absent: ReadonlySet<string>): object {
  return new Proxy(above, {
    get(target, property, receiver) {
      if (typeof property === 'symbol' || property in target) return Reflect.get(target, property, receiver);
      if (asked.has(property) || absent.has(property) || property.startsWith('_')) return undefined;
      return notImplemented(`${name}.${property}`);
    },
  });
}

/**
 * Makes reading an unknown member of an object throw. The guard sits at the end of the prototype chain, so known members
 * stay ordinary and may be replaced by tests.
 * @param name how the object is called in errors
 * @param object the object or prototype to guard
 * @param absent members that real Electron on Linux does not have either: they stay undefined
 * @returns the same object
 */
export function strict<T extends object>(name: string, object: T, absent: readonly string[] = []): T {
  Object.setPrototypeOf(object, guard(Object.getPrototypeOf(object), name, new Set(absent)));
  return object;
}

/**
 * Stands for a whole part of Electron that is missing: importing it is allowed, using it throws.
 * @param name the export's name
 */
export function absentPart(name: string): unknown {
  return new Proxy(function absent() {}, {
    get(_, property) {
      if (typeof property === 'symbol' || asked.has(property) || property === 'prototype') return undefined;
      return notImplemented(`${name}.${property}`);
    },
    apply: () => notImplemented(`${name}()`),
    construct: () => notImplemented(`new ${name}()`),
  });
}
