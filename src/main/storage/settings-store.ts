import { renameSync } from 'node:fs';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import type { SettingsFile } from './settings-file.ts';

export type SettingsProblem = 'settings-corrupt' | 'settings-write-failed';

/** One named part of the settings, of one shape. */
export interface SettingsSection<T> {
  /** What is stored, or the fallback for what is missing or not understood. */
  get(): T;
  /** Takes effect at once, for this run even when the disk refuses (then `problem` says so). */
  set(value: T): void;
  /** True when this section was ever stored. */
  stored(): boolean;
}

/** Settings of this machine: preferences, the instance, overrides. Never secret. */
export interface SettingsStore {
  readonly path: string;
  section<S extends z.ZodObject>(name: string, schema: S, fallback: z.output<S>): SettingsSection<z.output<S>>;
  problem(): SettingsProblem | undefined;
  /** Told after each change and each change of `problem`. Returns its end. */
  subscribe(listener: () => void): () => void;
}

/** A write that failed is tried again after this time: a full disk may have room by then. */
const RETRY_MS = 5_000;

const contentSchema = z.record(z.string(), z.unknown());

/**
 * Opens the settings. A damaged file is renamed (`.corrupt-<time>`), reported and replaced by the defaults. Keys that
 * this version does not know are kept, so that an older console can be run again after a newer one.
 */
export function openSettingsStore(file: SettingsFile, clock: Clock): SettingsStore {
  const listeners = new Set<() => void>();
  let problem: SettingsProblem | undefined;
  let content: Record<string, unknown> = {};
  try {
    content = contentSchema.parse(file.read());
  } catch {
    problem = 'settings-corrupt';
    moveAway(file.path, clock.now());
  }

  let cancelRetry: (() => void) | undefined;
  const save = (): void => {
    cancelRetry?.();
    cancelRetry = undefined;
    try {
      file.write(content);
      if (problem === 'settings-write-failed') problem = undefined;
    } catch {
      problem = 'settings-write-failed';
      cancelRetry = clock.after(RETRY_MS, save);
    }
    for (const listener of listeners) listener();
  };

  return {
    path: file.path,
    section(name, schema, fallback) {
      return {
        get: () => understood(schema, content[name], fallback),
        stored: () => content[name] !== undefined,
        set(value) {
          content = { ...content, [name]: { ...unknownKeys(schema, content[name]), ...value } };
          save();
        },
      };
    },
    problem: () => problem,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Reads key by key: one value of another version must not cost the others. */
function understood<S extends z.ZodObject>(schema: S, stored: unknown, fallback: z.output<S>): z.output<S> {
  const object = contentSchema.safeParse(stored);
  if (!object.success) return fallback;
  const merged: Record<string, unknown> = { ...fallback, ...object.data };
  const first = schema.safeParse(merged);
  if (first.success) return first.data;
  for (const issue of first.error.issues) {
    const key = String(issue.path[0]);
    const value = Object.hasOwn(fallback, key) ? Reflect.get(fallback, key) : undefined;
    if (value === undefined) delete merged[key];
    else merged[key] = value;
  }
  const second = schema.safeParse(merged);
  return second.success ? second.data : fallback;
}

/** What another version stored beside the keys that this one knows. */
function unknownKeys(schema: z.ZodObject, stored: unknown): Record<string, unknown> {
  const object = contentSchema.safeParse(stored);
  if (!object.success) return {};
  return Object.fromEntries(Object.entries(object.data).filter(([key]) => !Object.hasOwn(schema.shape, key)));
}

function moveAway(path: string, now: number): void {
  try {
    renameSync(path, `${path}.corrupt-${new Date(now).toISOString().replaceAll(/[:.]/gu, '-')}`);
  } catch {
    // It could not even be moved: it will be overwritten, or the write will fail and be reported.
  }
}
