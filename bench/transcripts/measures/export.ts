import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArchiveApi } from '../../../src/main/platform/archive/archive-api.ts';
import { ExportJob } from '../../../src/main/transcripts/export/export-job.ts';
import type { ArchivedTranscript } from '../../../src/shared/models/archive.ts';
import { RUNS } from '../../lib/options.ts';
import { median, reportRuns } from '../../lib/report.ts';
import { transcriptsOf } from '../messages.ts';

const PAGE = 100;

/** Writing an export of transcripts that are there already, by writing the same bytes in the same pieces. */
export async function reportExport(messages: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dialai-bench-export-'));
  try {
    const api = memoryApi([...transcriptsOf(messages, 't', Date.now())]);
    const ratios: number[] = [];
    for (let run = 0; run <= RUNS; run += 1) {
      const path = join(folder, `export-${run}.jsonl`);
      const job = new ExportJob(
        api,
        { query: { text: '', filter: {} }, format: 'jsonl', masked: false, path },
        () => undefined,
      );
      const before = performance.now();
      await job.run();
      const exported = performance.now() - before;
      if (job.phase !== 'done') throw new Error('the export did not end');
      ratios.push((await writeSame(path, messages / 10 / PAGE)) / exported);
    }
    // The first run warms up.
    const values = ratios.slice(1);
    reportRuns(
      { suite: 'transcripts', name: 'transcripts.export', unit: 'of writing the bytes', target: { atLeast: 0.5 } },
      values,
    );
    if (Number.isNaN(median(values))) throw new Error('nothing was measured');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeSame(path: string, pieces: number): Promise<number> {
  const bytes = await readFile(path);
  const size = Math.ceil(bytes.length / pieces);
  const before = performance.now();
  const file = await open(`${path}.same`, 'w');
  for (let at = 0; at < bytes.length; at += size) await file.write(bytes, at, Math.min(size, bytes.length - at), at);
  await file.sync();
  await file.close();
  return performance.now() - before;
}

function memoryApi(all: readonly ArchivedTranscript[]): ArchiveApi {
  const byId = new Map(all.map((one) => [one.conversation.id, one]));
  const unused = (): never => {
    throw new Error('an export does not ask for this');
  };
  return {
    tenant: 't',
    can: () => true,
    async search(_query, { next = '0' } = {}) {
      const at = Number(next);
      const items = all.slice(at, at + PAGE).map(({ conversation }) => ({ conversation, snippets: [] }));
      const more = at + PAGE < all.length;
      return { items, total: all.length, totalIsExact: true, ...(more && { next: String(at + PAGE) }) };
    },
    async get(id) {
      return byId.get(id) ?? unused();
    },
    readable: unused,
    setTags: unused,
    flag: unused,
    report: unused,
    recording: unused,
    recordView: unused,
    views: unused,
    history: unused,
    journeyParameters: unused,
  };
}
