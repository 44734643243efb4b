import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DOCUMENT_LIMITS } from './limits.ts';
import { type ParsedDocument, parseDocument } from './parse-document.ts';

/** The last good description of an instance, kept so that the console binds without reaching it. */
export interface DocumentCache {
  /** Undefined when there is none or it is damaged: a cache is never an error. */
  read(apiUrl: string): Promise<CachedDocument | undefined>;
  /** @throws what writing throws; the caller goes on without a cache. */
  write(apiUrl: string, text: string, fetchedAt: number): Promise<void>;
}

export interface CachedDocument {
  readonly document: ParsedDocument;
  readonly fetchedAt: number;
}

/** Writes a file so that a crash leaves the old or the new one whole. */
export type WriteFile = (path: string, text: string) => Promise<void>;

const fileSchema = z.object({ format: z.literal(1), apiUrl: z.string(), fetchedAt: z.number(), document: z.string() });

/** One file an API address, named by its hash: addresses are no file names. */
export function documentCache(directory: string, writeFile: WriteFile): DocumentCache {
  const fileOf = (apiUrl: string) =>
    join(directory, `openapi-${createHash('sha256').update(apiUrl).digest('hex').slice(0, 24)}.json`);
  return {
    async read(apiUrl) {
      try {
        const text = await readFile(fileOf(apiUrl), 'utf8');
        if (text.length > DOCUMENT_LIMITS.bytes * 2) return undefined;
        const file = fileSchema.parse(JSON.parse(text));
        return file.apiUrl === apiUrl
          ? { document: parseDocument(file.document), fetchedAt: file.fetchedAt }
          : undefined;
      } catch {
        return undefined;
      }
    },
    write: (apiUrl, text, fetchedAt) =>
      writeFile(fileOf(apiUrl), JSON.stringify({ format: 1, apiUrl, fetchedAt, document: text })),
  };
}
