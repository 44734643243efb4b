/** Finds the application: its folder, its manifest and the module to run. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export interface Manifest {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
  readonly type?: string;
}

export interface FoundApp {
  readonly appPath: string;
  readonly entry: string;
  readonly manifest: Manifest;
  readonly isModule: boolean;
}

/** Keeps the text fields of a package.json that Electron reads. */
function readManifest(file: string): Manifest {
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const text: Record<string, string> = {};
  if (typeof parsed === 'object' && parsed !== null) {
    for (const [key, value] of Object.entries(parsed)) if (typeof value === 'string') text[key] = value;
  }
  return text;
}

/** The nearest package.json at or above a folder. */
function nearestManifest(folder: string): Manifest {
  for (let at = folder; ; at = path.dirname(at)) {
    const file = path.join(at, 'package.json');
    if (existsSync(file)) return readManifest(file);
    if (at === path.dirname(at)) return {};
  }
}

/**
 * Finds an application from the path on the command line.
 * @param target a folder with a package.json, or a script
 * @returns its folder, entry module and manifest
 * @throws when the folder or its package.json cannot be read
 */
export function findApp(target: string): FoundApp {
  const isFolder = statSync(target).isDirectory();
  const manifest = isFolder ? readManifest(path.join(target, 'package.json')) : nearestManifest(path.dirname(target));
  const entry = isFolder ? path.resolve(target, manifest.main ?? 'index.js') : target;
  const isModule = /\.m[jt]s$/.test(entry) || (!/\.c[jt]s$/.test(entry) && manifest.type === 'module');
  return { appPath: isFolder ? target : path.dirname(target), entry, manifest, isModule };
}
