import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExportJob } from '../../../src/main/transcripts/export/export-job.ts';
import type { ArchivedTranscript, ArchivePage } from '../../../src/shared/models/archive.ts';
import { EXPORT_FORMATS } from '../../../src/shared/models/transcript-export.ts';
import { quick } from '../../lib/options.ts';
import { repeat } from '../../lib/repeat.ts';
import { median, reportRuns } from '../../lib/report.ts';
import { transcripts } from '../desk/write-desk.ts';

const suite = 'transcripts';
const MESSAGES = quick ? 50_000 : 400_000;
const PAGE = 100;

/** What the console adds to a search that is exported, with an instance that answers at once, by writing the same bytes. */
export async function reportExport(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dialai-bench-'));
  const kept: readonly ArchivedTranscript[] = [...transcripts(MESSAGES, '')];
  const byId = new Map(kept.map((one) => [one.conversation.id, one]));
  const api = {
    async search(_query: unknown, asked: { readonly next?: string } = {}): Promise<ArchivePage> {
      const from = Number(asked.next ?? 0);
      const items = kept.slice(from, from + PAGE).map(({ conversation }) => ({ conversation, snippets: [] }));
      const next = from + PAGE < kept.length ? { next: String(from + PAGE) } : {};
      return { items, totalIsExact: true, total: kept.length, ...next };
    },
    async get(id: string): Promise<ArchivedTranscript> {
      const found = byId.get(id);
      if (found === undefined) throw new Error('no such transcript');
      return found;
    },
  };
  try {
    const path = join(folder, 'export');
    for (const format of EXPORT_FORMATS) {
      const exported = await repeat(async () => {
        const job = new ExportJob(
          api,
          { query: { text: '', filter: {} }, format, masked: false, path },
          () => undefined,
        );
        const since = performance.now();
        await job.run();
        if (job.phase !== 'done') throw new Error(`the export ended ${job.phase}`);
        return performance.now() - since;
      });
      const bytes = await readFile(path);
      const written = await repeat(async () => {
        const since = performance.now();
        await writeFile(`${path}.same`, bytes, { flush: true });
        return performance.now() - since;
      });
      const limit = median(written);
      // The format with a row for each message is the one that is aimed at.
      const aimed = format === 'messages-csv';
      const name = aimed ? 'transcripts.export' : `transcripts.export.${format}`;
      const target = { atLeast: 0.5 };
      reportRuns(
        { suite, name, unit: 'of writing the same bytes', ...(aimed && { target }) },
        exported.map((ms) => limit / ms),
      );
      const perSecond = exported.map((ms) => bytes.length / 1e6 / (ms / 1_000));
      reportRuns({ suite, name: `${name}.rate`, unit: 'MB/s', limit: bytes.length / 1e6 / (limit / 1_000) }, perSecond);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
