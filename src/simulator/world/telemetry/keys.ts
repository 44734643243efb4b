import type { Labels } from './telemetry-port.ts';

/**
 * The key of one part of a metric: `functions.calls{function=getInvoice}`; labels in the order of the metric's split.
 * Names and values come from the cast, which has no braces, commas or equal signs in them.
 */
export function keyOf(name: string, labels: readonly (readonly [string, string])[] = []): string {
  return labels.length === 0 ? name : `${name}{${labels.map(([label, value]) => `${label}=${value}`).join(',')}}`;
}

/** The labels of a key. */
export function labelsOf(key: string): Labels {
  const inner = /\{(.*)\}$/.exec(key)?.[1];
  if (inner === undefined) return {};
  return Object.fromEntries(inner.split(',').map((pair) => pair.split('=', 2)));
}

/** What the keys of one split begin with, and how to tell them: `name{` and the names of their labels. */
export function isOfSplit(key: string, name: string, by: readonly string[]): boolean {
  if (by.length === 0) return key === name;
  if (!key.startsWith(`${name}{`)) return false;
  const names = Object.keys(labelsOf(key));
  return names.length === by.length && names.every((label, place) => label === by[place]);
}
