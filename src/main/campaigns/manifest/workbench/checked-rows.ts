import { FailureError } from '../../../../shared/models/failure.ts';
import type {
  CheckSummary,
  DiffKind,
  DiffRow,
  ManifestDiff,
  ZoneCount,
} from '../../../../shared/models/manifest-check.ts';
import type { ManifestFix } from '../../../../shared/models/manifest-fix.ts';
import type { ManifestRowDetail, ManifestRowPage, RowFilter } from '../../../../shared/models/manifest-rows.ts';
import type { RejectWords } from '../desk/save-rejects.ts';
import type { DeskSession } from './desk-session.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { Uploads } from './uploads.ts';
import type { WorkbenchDeps } from './workbench-deps.ts';

export interface CheckedRowsDeps {
  readonly desk: Pick<DeskSession, 'call'>;
  readonly work: OneAtATime['run'];
  /** What the check says after something was done to its rows. */
  readonly took: (summary: CheckSummary) => void;
  /** @throws FailureError without a file */
  readonly fileName: () => string;
  readonly askSave: WorkbenchDeps['askSave'];
  readonly lastIndex: Uploads['lastIndex'];
  /** Journals that rejects were saved. */
  readonly saved: (rows: number) => Promise<void>;
}

/** The rows of a checked manifest: looked at, fixed, saved, compared with an earlier manifest. */
export class CheckedRows {
  readonly #deps: CheckedRowsDeps;

  constructor(deps: CheckedRowsDeps) {
    this.#deps = deps;
  }

  page(filter: RowFilter, offset: number, limit: number): Promise<ManifestRowPage> {
    return this.#deps.desk.call('page', filter, offset, limit);
  }

  row(row: number): Promise<ManifestRowDetail> {
    return this.#deps.desk.call('row', row);
  }

  fix(fix: ManifestFix): Promise<void> {
    return this.#change(() => this.#deps.desk.call('fix', fix));
  }

  undo(): Promise<void> {
    return this.#change(() => this.#deps.desk.call('undo'));
  }

  redo(): Promise<void> {
    return this.#change(() => this.#deps.desk.call('redo'));
  }

  zones(): Promise<readonly ZoneCount[]> {
    return this.#deps.desk.call('zones');
  }

  /** @returns how many rows were saved, or undefined when the operator thought better of it */
  async saveRejects(words: RejectWords): Promise<number | undefined> {
    const { desk, work, fileName, askSave, saved } = this.#deps;
    const path = await askSave(`${fileName().replace(/\.[^.]*$/, '')}-rejects.csv`);
    if (path === undefined) return undefined;
    let rows = 0;
    await work('saving', async () => {
      rows = await desk.call('saveRejects', path, words).catch((cause: unknown) => {
        throw new FailureError('unavailable', 'Not written', { reason: 'file-write-failed' }, { cause });
      });
    });
    await saved(rows);
    return rows;
  }

  async diff(): Promise<ManifestDiff> {
    const { desk, work, lastIndex } = this.#deps;
    const last = await lastIndex();
    let diff: ManifestDiff | undefined;
    await work('comparing', async () => {
      diff = await desk.call('diff', last);
    });
    if (diff === undefined) throw new FailureError('internal', 'Nothing was compared');
    return diff;
  }

  diffRows(kind: DiffKind, offset: number, limit: number): Promise<readonly DiffRow[]> {
    return this.#deps.desk.call('diffRows', kind, offset, limit);
  }

  #change(change: () => Promise<CheckSummary>): Promise<void> {
    return this.#deps.work('fixing', async () => this.#deps.took(await change()));
  }
}
