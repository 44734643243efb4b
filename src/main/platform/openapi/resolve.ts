import { isRecord, type JsonRecord, own } from '../json.ts';
import { MAX_REFERENCE_HOPS } from './limits.ts';

function pointerPart(part: string): string {
  let decoded = part;
  try {
    decoded = decodeURIComponent(part);
  } catch {
    // A bad escape is read literally; the name is then simply not found.
  }
  return decoded.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The value a local JSON pointer (`#/components/schemas/X`, RFC 6901) names, or undefined. Never fetches anything. */
function atPointer(root: JsonRecord, pointer: string): unknown {
  if (pointer === '#') return root;
  if (!pointer.startsWith('#/')) return undefined;
  let here: unknown = root;
  for (const part of pointer.slice(2).split('/')) {
    const key = pointerPart(part);
    if (Array.isArray(here)) here = /^\d+$/.test(key) ? here[Number(key)] : undefined;
    else if (isRecord(here)) here = own(here, key);
    else return undefined;
  }
  return here;
}

/**
 * Follows `$ref` until something real. External references, cycles and long chains resolve to undefined: what cannot be
 * read inside the document is treated as not described.
 */
export function resolve(root: JsonRecord, value: unknown): JsonRecord | undefined {
  let here = value;
  for (let hop = 0; hop < MAX_REFERENCE_HOPS; hop++) {
    if (!isRecord(here)) return undefined;
    const reference = own(here, '$ref');
    if (typeof reference !== 'string') return here;
    here = atPointer(root, reference);
  }
  return undefined;
}
