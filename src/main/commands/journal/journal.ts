import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalProblem } from '../../../shared/models/journal.ts';
import type { Clock } from '../../storage/clock.ts';
import { digest, type Facts, type JournalLine, writeLine } from './chain.ts';
import { type Details, detailsSchema } from './entry.ts';
import { compareWithHead, HeadFile, type Vault } from './head-file.ts';
import { type ChainEnd, FILE_NAME, type Scan, scanJournal } from './scan.ts';

export interface JournalDeps {
  readonly folder: string;
  readonly clock: Pick<Clock, 'now'>;
  /** Seals details and head where the OS offers a vault; absent: they are written as they are. */
  readonly vault?: Vault;
  /** A new file is begun beyond this size. */
  readonly maxBytes?: number;
}

/** One line as a reader sees it. `details` is absent when the vault would not open it. */
export interface JournalRecord {
  readonly seq: number;
  readonly at: number;
  readonly facts: Facts;
  readonly details: Details | undefined;
}

export interface JournalFilter {
  readonly from?: number;
  readonly to?: number;
  readonly tenant?: string;
  readonly conversation?: string;
  /** The newest so many. */
  readonly limit?: number;
}

export interface JournalVerdict {
  readonly intact: boolean;
  readonly lines: number;
  /** Lines that a crash cut short and that are accounted for. */
  readonly torn: number;
  readonly problems: readonly JournalProblem[];
}

/** The operator's journal: what was done, with what on screen, what was answered. Lines are only ever added. */
export interface Journal {
  /**
   * Adds a line. `durable` returns only when it is on the disk (before anything is sent, and for outcomes).
   * @throws the system's error (`ENOSPC`, …); the journal then takes up again with the next line.
   */
  append(facts: Facts, details: Details, durable: boolean): Promise<void>;
  /** The readable part of all lines, oldest first; opens no vault. */
  facts(): Promise<readonly Facts[]>;
  /** Lines that pass the filter, oldest first. Commands are matched by tenant and conversation through their intent. */
  read(filter?: JournalFilter): Promise<readonly JournalRecord[]>;
  /** Checks everything: finds any edit, removal, reordering, and any cut at the end. */
  verify(): Promise<JournalVerdict>;
  close(): Promise<void>;
}

const MAX_BYTES = 16 * 1024 * 1024;

/** Opens the journal in a folder; nothing is touched until the first call. */
export function createJournal(deps: JournalDeps): Journal {
  return new FileJournal(deps);
}

interface Writing {
  readonly file: FileHandle;
  name: string;
  bytes: number;
}

class FileJournal implements Journal {
  readonly #deps: JournalDeps;
  readonly #head: HeadFile;
  #writing: Writing | undefined;
  #end: ChainEnd | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(deps: JournalDeps) {
    this.#deps = deps;
    this.#head = new HeadFile(deps.folder, deps.vault);
  }

  append(facts: Facts, details: Details, durable: boolean): Promise<void> {
    return this.#inTurn(async () => {
      const vault = this.#deps.vault;
      // Sealed before the file is opened for it: a vault that refuses must not leave half a line.
      const sealed = vault === undefined ? undefined : await vault.encrypt(JSON.stringify(details));
      await this.#ready();
      await this.#write(facts, sealed === undefined ? { body: details } : { sealed: base64(sealed) }, durable);
    });
  }

  facts(): Promise<readonly Facts[]> {
    return this.#inTurn(async () => (await scanJournal(this.#deps.folder)).lines.map((line) => line.facts));
  }

  read(filter: JournalFilter = {}): Promise<readonly JournalRecord[]> {
    return this.#inTurn(async () => {
      const { lines } = await scanJournal(this.#deps.folder);
      const records: JournalRecord[] = [];
      const wanted = new Set<string>();
      for (const line of lines) {
        const details = await this.#details(line);
        const { intent } = details ?? {};
        const about =
          (filter.tenant === undefined || intent?.tenant === filter.tenant) &&
          (filter.conversation === undefined || intent?.conversation === filter.conversation);
        if (intent !== undefined && about) wanted.add(line.facts.command);
        if (filter.tenant !== undefined || filter.conversation !== undefined) {
          if (!wanted.has(line.facts.command)) continue;
        }
        if (line.at < (filter.from ?? 0) || line.at >= (filter.to ?? Number.POSITIVE_INFINITY)) continue;
        records.push({ seq: line.seq, at: line.at, facts: line.facts, details });
      }
      return filter.limit === undefined ? records : records.slice(-filter.limit);
    });
  }

  verify(): Promise<JournalVerdict> {
    return this.#inTurn(async () => {
      const scan = await scanJournal(this.#deps.folder);
      const found = this.#compare(scan, await this.#head.read());
      const problems = found === undefined ? scan.problems : [...scan.problems, found];
      return { intact: problems.length === 0, lines: scan.lines.length, torn: scan.torn, problems };
    });
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#closeFile());
  }

  /** One thing at a time: lines must not interleave, and a check must not see half a line. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work, work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Opens the newest file, repairs a torn end, and notes in the journal itself whatever does not add up. */
  async #ready(): Promise<void> {
    if (this.#writing !== undefined) return;
    const { folder } = this.#deps;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const scan = await scanJournal(folder);
    const head = await this.#head.read();
    const problem = this.#compare(scan, head);
    // After lines were cut off, go on from the head: the hole in the numbers stays as evidence.
    const cut = problem?.kind === 'truncated' && head !== undefined && head !== 'unreadable';
    this.#end = cut ? head : scan.end;
    await this.#openFile(scan.last?.name ?? fileName(1), scan.last?.bytes ?? 0);
    const { tail } = scan.last ?? {};
    if (scan.last !== undefined && scan.last.bytes > 0) await this.#endLine(scan);
    if (tail !== undefined && tail.length > 0) await this.#mark({ mark: 'torn', digest: digest(tail) });
    if (problem !== undefined && !cut) await this.#mark({ mark: problem.kind });
  }

  async #endLine(scan: Scan): Promise<void> {
    const file = this.#writing?.file;
    const { name } = scan.last ?? {};
    if (file === undefined || name === undefined) return;
    const reader = await open(join(this.#deps.folder, name), 'r');
    try {
      const { size } = await reader.stat();
      const { buffer } = await reader.read(Buffer.alloc(1), 0, 1, size - 1);
      if (buffer[0] !== 0x0a) await file.appendFile('\n');
    } finally {
      await reader.close();
    }
  }

  #mark(body: { readonly mark: string; readonly digest?: string }): Promise<void> {
    return this.#write({ command: 'journal', phase: 'mark' }, { body }, true);
  }

  async #write(facts: Facts, content: { body: unknown } | { sealed: string }, durable: boolean): Promise<void> {
    if (this.#end === undefined) throw new Error('The journal is not open');
    await this.#rotate();
    const writing = this.#writing;
    if (writing === undefined) throw new Error('The journal is not open');
    const seq = this.#end.seq + 1;
    const { text, hash } = writeLine({ seq, at: this.#deps.clock.now(), prev: this.#end.hash, facts, ...content });
    try {
      await writing.file.appendFile(`${text}\n`);
      if (durable) await writing.file.sync();
      writing.bytes += Buffer.byteLength(text) + 1;
      this.#end = { seq, hash };
      await this.#head.write(this.#end);
    } catch (error) {
      // Half a line may be there now: the next call opens anew and accounts for it.
      await this.#closeFile();
      throw error;
    }
  }

  async #rotate(): Promise<void> {
    const writing = this.#writing;
    if (writing === undefined || writing.bytes < (this.#deps.maxBytes ?? MAX_BYTES)) return;
    const number = Number(FILE_NAME.exec(writing.name)?.[1] ?? 0);
    await this.#closeFile();
    await this.#openFile(fileName(number + 1), 0);
  }

  async #openFile(name: string, bytes: number): Promise<void> {
    this.#writing = { file: await open(join(this.#deps.folder, name), 'a', 0o600), name, bytes };
  }

  async #closeFile(): Promise<void> {
    const writing = this.#writing;
    this.#writing = undefined;
    await writing?.file.close();
  }

  #compare(scan: Scan, head: ChainEnd | undefined | 'unreadable'): JournalProblem | undefined {
    return compareWithHead(scan.end, (seq) => scan.lines.findLast((line) => line.seq === seq)?.hash, head);
  }

  async #details(line: JournalLine): Promise<Details | undefined> {
    try {
      const plain =
        line.sealed === undefined
          ? line.body
          : JSON.parse((await this.#deps.vault?.decrypt(Buffer.from(line.sealed, 'base64'))) ?? 'null');
      return detailsSchema.safeParse(plain).data;
    } catch {
      return undefined;
    }
  }
}

function fileName(number: number): string {
  return `journal-${String(number).padStart(6, '0')}.jsonl`;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
