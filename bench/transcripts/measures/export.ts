import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArchiveApi } from '../../../src/main/platform/archive/archive-api.ts';
import { ExportJob } from '../../../src/main/transcripts/export/export-job.ts';
import type { ArchivedTranscript } from '../../../src/shared/models/archive.ts';
import type { ExportFormat } from '../../../src/shared/models/transcript-export.ts';
import { repeat } from '../../lib/repeat.ts';
import { median, reportRuns } from '../../lib/report.ts';
import { transcriptsOf } from '../messages.ts';

const PAGE = 100;

/** Names of the figures, by format. JSON Lines hold everything, and cost most to write. */
const FORMATS = { jsonl: '', 'messages-csv': '.csv', text: '.text' } as const;

/** Writing an export of transcripts that are there already, by writing the same bytes in the same pieces. */
export async function reportExport(messages: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dialai-bench-export-'));
  try {
    const transcripts = [...transcriptsOf(messages, 't', Date.now())];
    const api = memoryApi(transcripts);
    const encode = await repeat(() => encodeAlone(transcripts));
    for (const format of ['jsonl', 'messages-csv', 'text'] as const) {
      const run = () => exportOnce(api, format, join(folder, `export.${format}`), transcripts.length);
      // The first run warms up.
      await run();
      const runs = await repeat(run);
      const [name, unit] = [`transcripts.export${FORMATS[format]}`, 'of writing the bytes'];
      const wrote = median(runs.map((one) => one.wrote));
      const most = { 'JSON.stringify, then the same bytes': wrote / (wrote + median(encode)) };
      reportRuns(
        { suite: 'transcripts', name, unit, ...(format === 'jsonl' && { peers: most, target: { atLeast: 0.5 } }) },
        runs.map(({ wrote, exported }) => wrote / exported),
      );
      reportRuns(
        { suite: 'transcripts', name: `${name}.rate`, unit: 'MB/s' },
        runs.map(({ bytes, exported }) => bytes / 1000 / exported),
      );
    }
    reportRuns({ suite: 'transcripts', name: 'transcripts.export.stringify', unit: 'ms' }, encode);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function exportOnce(api: ArchiveApi, format: ExportFormat, path: string, conversations: number) {
  const job = new ExportJob(api, { query: { text: '', filter: {} }, format, masked: false, path }, () => undefined);
  const before = performance.now();
  await job.run();
  const exported = performance.now() - before;
  if (job.phase !== 'done') throw new Error('the export did not end');
  const { bytes } = job;
  return { exported, bytes, wrote: await writeSame(path, conversations / PAGE) };
}

/** `JSON.stringify` of each line alone, nothing written: what JSON Lines cost at least, ms. */
function encodeAlone(transcripts: readonly ArchivedTranscript[]): number {
  const before = performance.now();
  for (const { conversation, messages, functionCalls, transitions } of transcripts)
    JSON.stringify({ conversation, messages, functionCalls, transitions });
  return performance.now() - before;
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
