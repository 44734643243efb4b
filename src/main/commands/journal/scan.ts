import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { JournalProblem } from '../../../shared/models/journal.ts';
import { isSystemError } from '../../storage/atomic-file.ts';
import { digest, GENESIS, isIntact, type JournalLine, readLine } from './chain.ts';

/** Where the chain ends: the last line's number and digest. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

export interface Scan {
  readonly lines: readonly JournalLine[];
  readonly problems: readonly JournalProblem[];
  readonly end: ChainEnd;
  /** Lines that a crash cut short, each accounted for by a mark after it. */
  readonly torn: number;
  /** The newest file, with what stands after its last line break. */
  readonly last: { readonly name: string; readonly bytes: number; readonly tail: Uint8Array } | undefined;
}

/** Details of a mark: the journal's own notes about itself. */
const markSchema = z.object({ mark: z.string(), digest: z.string().optional() });

export const FILE_NAME = /^journal-(\d{6})\.jsonl$/;

/** The journal's files, oldest first. No folder is an empty journal. */
export async function journalFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => FILE_NAME.test(name)).sort();
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  }
}

/**
 * Reads the whole journal and checks the chain: every line's digest, every link, every number. Reads nothing sealed.
 * @throws the system's error when a file cannot be read.
 */
export async function scanJournal(folder: string): Promise<Scan> {
  const walk = new Walk();
  let last: Scan['last'];
  for (const name of await journalFiles(folder)) {
    const bytes = await readFile(join(folder, name));
    const breakAt = bytes.lastIndexOf(0x0a);
    const whole = bytes.subarray(0, breakAt + 1).toString('utf8');
    const tail = bytes.subarray(breakAt + 1);
    walk.file(name);
    if (whole !== '') for (const text of whole.slice(0, -1).split('\n')) walk.line(text);
    // Complete but for its line break: it counts. Anything else at the end is torn and waits for its mark.
    const rest = tail.toString('utf8');
    const complete = rest !== '' && readLine(rest) !== undefined;
    if (complete) walk.line(rest);
    last = { name, bytes: bytes.length, tail: complete ? new Uint8Array() : tail };
  }
  return walk.result(last);
}

class Walk {
  readonly #lines: JournalLine[] = [];
  readonly #problems: JournalProblem[] = [];
  #end: ChainEnd = { seq: 0, hash: GENESIS };
  #torn = 0;
  #file = '';
  #number = 0;
  /** An unreadable line that a mark may yet account for. */
  #pending: { readonly problem: JournalProblem; readonly digest: string } | undefined;

  file(name: string): void {
    this.#file = name;
    this.#number = 0;
  }

  line(text: string): void {
    this.#number++;
    const line = readLine(text);
    const place = { file: this.#file, line: this.#number };
    if (line === undefined) {
      this.#giveUpPending();
      this.#pending = { problem: { kind: 'unreadable-line', ...place }, digest: digest(text) };
      return;
    }
    const where = { ...place, seq: line.seq };
    this.#settlePending(line);
    if (!isIntact(line, text)) this.#problems.push({ kind: 'edited', ...where });
    else if (line.seq !== this.#end.seq + 1 || line.prev !== this.#end.hash) {
      this.#problems.push({ kind: 'out-of-order', ...where });
    }
    const mark = markSchema.safeParse(line.body);
    if (line.facts.phase === 'mark' && mark.data?.mark !== 'torn')
      this.#problems.push({ kind: 'noted-before', ...where });
    this.#lines.push(line);
    this.#end = { seq: line.seq, hash: line.hash };
  }

  result(last: Scan['last']): Scan {
    this.#giveUpPending();
    return { lines: this.#lines, problems: this.#problems, end: this.#end, torn: this.#torn, last };
  }

  #settlePending(next: JournalLine): void {
    const mark = next.facts.phase === 'mark' ? markSchema.safeParse(next.body).data : undefined;
    if (this.#pending !== undefined && mark?.mark === 'torn' && mark.digest === this.#pending.digest) {
      this.#torn++;
      this.#pending = undefined;
    }
    this.#giveUpPending();
  }

  #giveUpPending(): void {
    if (this.#pending !== undefined) this.#problems.push(this.#pending.problem);
    this.#pending = undefined;
  }
}
