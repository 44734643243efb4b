import type { ManifestCounts, ManifestRowError, ManifestUpload } from '../../../shared/models/manifest-upload.ts';
import { unwrapped } from '../decode/envelope.ts';
import { createFieldTable } from '../decode/field-table.ts';
import { instantOf } from '../decode/instant.ts';
import { present } from '../decode/present.ts';
import { personOf, wordOf } from '../decode/read-fields.ts';
import { countOf, textOf } from '../decode/values.ts';
import { isRecord, type JsonRecord } from '../json.ts';
import { squash, words } from '../words.ts';
import { uploadModeWord, uploadStateWord } from './campaign-words.ts';

const UPLOAD = createFieldTable({
  uploadId: ['uploadid', 'manifestid', 'id', 'key', 'uuid', 'jobid', 'fileref'],
  campaignId: ['campaignid', 'outreachid', 'campaign', 'campaignref'],
  fileName: ['filename', 'name', 'originalname', 'title'],
  sizeBytes: ['sizebytes', 'size', 'totalbytes', 'bytestotal', 'filesize', 'length', 'bytes', 'bytecount'],
  receivedBytes: ['receivedbytes', 'bytesreceived', 'received', 'uploadedbytes', 'offset'],
  chunkBytes: ['chunkbytes', 'chunksize', 'maxchunkbytes', 'partsize', 'maxpartbytes', 'partbytes'],
  mode: ['mode', 'importmode', 'strategy', 'uploadmode'],
  state: ['state', 'status', 'uploadstate', 'uploadstatus', 'phase', 'stage', 'jobstate', 'jobstatus', 'importstate'],
  createdAt: ['createdat', 'created', 'startedat', 'uploadedat', 'openedat'],
  createdBy: ['createdby', 'author', 'uploadedby', 'creator', 'owner', 'openedby'],
  completedAt: ['completedat', 'finishedat', 'processedat', 'endedat'],
  expiresAt: ['expiresat', 'expires', 'expiry', 'validuntil', 'receivableuntil'],
  counts: ['counts', 'rowcounts', 'result', 'summary', 'totals', 'tally', 'rows'],
  processedRows: ['processedrows', 'rowsprocessed', 'rowsdone', 'processed', 'rowsread'],
  rejection: ['rejection', 'rejectionreason', 'error', 'failure', 'rejectedbecause'],
  reversibleUntil: [
    'reversibleuntil',
    'undountil',
    'revertibleuntil',
    'cancellableuntil',
    'undobefore',
    'withdrawableuntil',
  ],
});
const COUNTS = createFieldTable({
  rows: ['rows', 'total', 'totalrows', 'rowcount', 'all'],
  accepted: ['accepted', 'imported', 'valid', 'added', 'acceptedrows', 'taken'],
  duplicate: ['duplicate', 'duplicates', 'duplicated', 'duplicaterows', 'repeated'],
  invalid: ['invalid', 'rejected', 'errors', 'invalidrows', 'failed', 'faulty'],
  empty: ['empty', 'blank', 'emptyrows', 'blankrows'],
  doNotCall: ['donotcall', 'dnc', 'suppressed', 'donotcallrows'],
});
const ROW_ERROR = createFieldTable({
  row: ['row', 'rownumber', 'line', 'linenumber', 'datarow', 'index'],
  column: ['column', 'field', 'columnname', 'header'],
  code: ['code', 'errorcode', 'reason', 'type'],
  kind: ['kind', 'verdict', 'category', 'class'],
  message: ['message', 'detail', 'text', 'description'],
  value: ['value', 'given', 'content', 'rawvalue', 'maskedvalue'],
});

function decodeCounts(raw: unknown): ManifestCounts | undefined {
  if (!isRecord(raw)) return undefined;
  const { values } = COUNTS.read(raw);
  const rows = countOf(values.rows);
  if (rows === undefined) return undefined;
  const count = (value: unknown) => countOf(value) ?? 0;
  return {
    rows,
    accepted: count(values.accepted),
    duplicate: count(values.duplicate),
    invalid: count(values.invalid),
    empty: count(values.empty),
    doNotCall: count(values.doNotCall),
  };
}

const REJECTION = createFieldTable({ code: ['code', 'errorcode', 'reason'], message: ['message', 'detail', 'text'] });

function decodeRejection(raw: unknown): ManifestUpload['rejection'] {
  const { code, message } = isRecord(raw) ? REJECTION.read(raw).values : { code: raw, message: undefined };
  const word = textOf(code);
  return word === undefined ? undefined : present({ code: words(word).join('-'), message: textOf(message) });
}

/** One manifest as a list has it. Needed is an id. */
export function decodeManifest(raw: unknown): ManifestUpload | undefined {
  return isRecord(raw) ? manifestOf(raw) : undefined;
}

function manifestOf(raw: JsonRecord): ManifestUpload | undefined {
  const { values } = UPLOAD.read(raw);
  const uploadId = textOf(values.uploadId);
  if (uploadId === undefined) return undefined;
  return present({
    uploadId,
    campaignId: textOf(values.campaignId),
    fileName: textOf(values.fileName),
    sizeBytes: countOf(values.sizeBytes),
    receivedBytes: countOf(values.receivedBytes) ?? 0,
    chunkBytes: countOf(values.chunkBytes),
    mode: wordOf(values.mode, uploadModeWord),
    state: wordOf(values.state, uploadStateWord) ?? 'receiving',
    createdAt: instantOf(values.createdAt),
    createdBy: personOf(values.createdBy),
    completedAt: instantOf(values.completedAt),
    expiresAt: instantOf(values.expiresAt),
    counts: decodeCounts(values.counts),
    processedRows: countOf(values.processedRows),
    rejection: decodeRejection(values.rejection),
    reversibleUntil: instantOf(values.reversibleUntil),
  });
}

/** The manifest in an answer, whatever envelopes are around it. */
export function decodeManifestAnswer(answer: unknown): ManifestUpload | undefined {
  return unwrapped(answer, ['upload', 'manifest'])
    .map(manifestOf)
    .findLast((one) => one !== undefined);
}

/** How many bytes the instance says it has of an upload. */
export function decodeReceived(answer: unknown): number | undefined {
  return unwrapped(answer, ['upload', 'manifest'])
    .map((raw) => countOf(UPLOAD.read(raw).values.receivedBytes))
    .find((one) => one !== undefined);
}

/** One row that was not taken. Needed is its number. */
export function decodeRowError(raw: unknown): ManifestRowError | undefined {
  if (!isRecord(raw)) return undefined;
  const { values } = ROW_ERROR.read(raw);
  const row = countOf(values.row);
  if (row === undefined) return undefined;
  const code = textOf(values.code) ?? 'unknown';
  return present({
    row,
    column: textOf(values.column),
    code: words(code).join('-') || squash(code),
    kind: textOf(values.kind)?.toLowerCase(),
    message: textOf(values.message),
    value: textOf(values.value),
  });
}
