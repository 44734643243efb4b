import type { FileColumn } from '../../shared/models/manifest-file.ts';
import { ROW_REASONS, type RowReason } from '../../shared/models/manifest-reasons.ts';
import type { ReceiptView } from '../../shared/models/manifest-receipt.ts';
import type { ManifestRow } from '../../shared/models/manifest-rows.ts';
import type { WorkbenchView } from '../../shared/models/manifest-workbench.ts';

/** A campaign's manifest before a file is chosen. */
export const noManifest: WorkbenchView = {
  campaign: {
    name: 'Winter outage notice',
    state: 'draft',
    requiredVariables: ['address'],
    fallbackTimeZone: 'America/Toronto',
    contacts: 4,
  },
  missing: [],
  country: 'CA',
  mode: 'append',
  uses: [],
  remembered: false,
  compared: [],
  receipts: [],
};

const column = (at: number, header: string, samples: readonly string[], guess: FileColumn['guess']): FileColumn => ({
  column: at,
  header,
  samples,
  guess,
});

const columns: readonly FileColumn[] = [
  column(0, 'Telephone', ['+14165550142', '(416) 555-0143', '647-555-0144'], { kind: 'field', field: 'phone' }),
  column(1, 'Customer ID', ['A-000117', 'A-000118', 'A-000119'], { kind: 'field', field: 'externalId' }),
  column(2, 'First name', ['Avery', 'Noor', 'Élodie'], { kind: 'field', field: 'firstName' }),
  column(3, 'Last name', ['Tremblay', 'Okafor', 'Côté'], { kind: 'field', field: 'lastName' }),
  column(4, 'Time zone', ['America/Toronto', 'America/Vancouver'], { kind: 'field', field: 'timeZone' }),
  column(5, 'address', ['7735 Granville St, Unit 64', '1 rue Saint-Denis'], { kind: 'variable', name: 'address' }),
  column(6, 'Notes', [], { kind: 'ignore' }),
];

/** A file that was opened and not checked yet. */
export const openManifest: WorkbenchView = {
  ...noManifest,
  file: {
    name: 'contacts-nov.csv',
    bytes: 106_400_000,
    kind: 'csv',
    encoding: 'utf-8',
    marked: true,
    delimiter: ',',
    headerRow: 1,
    firstRow: 2,
    columns,
    signature: 'f00d',
  },
  uses: columns.map(({ guess }) => guess),
  remembered: true,
};

const reasons: Readonly<Partial<Record<RowReason, number>>> = {
  accepted: 988_214,
  'do-not-call': 12,
  'number-too-short': 853,
  'number-digits-lost': 2,
  'number-scientific': 3010,
  'formula-cell': 318,
  'zone-unknown': 1021,
  'duplicate-in-file': 2029,
  'duplicate-elsewhere': 4000,
  'no-number': 541,
};

/** A file that was checked: a million rows with their problems. */
export const checkedManifest: WorkbenchView = {
  ...openManifest,
  check: { finished: true, rows: 1_000_000, share: 1, reasons, open: reasons, epoch: 1, fixes: 1, canRedo: false },
  checkMs: 1240,
  compared: [
    { kind: 'barred', state: 'loaded', numbers: 12_044 },
    { kind: 'own', state: 'loaded', numbers: 4 },
    { kind: 'other', name: 'Autumn reminders', state: 'loaded', numbers: 12_000 },
  ],
};

/** The same in the middle of its check. */
export const checkingManifest = (now: number): WorkbenchView => ({
  ...openManifest,
  busy: { what: 'checking', share: 0.64, since: now - 800 },
  check: {
    finished: false,
    rows: 640_000,
    share: 0.64,
    reasons: { ...reasons, accepted: 628_214 },
    open: {},
    epoch: 0,
    fixes: 0,
    canRedo: false,
  },
  compared: [
    { kind: 'barred', state: 'loading', numbers: 3000, total: 12_044 },
    { kind: 'own', state: 'waiting', numbers: 0 },
  ],
});

export const uploadingManifest = (now: number): WorkbenchView => ({
  ...noManifest,
  upload: {
    id: 'u1',
    fileName: 'contacts-nov.csv',
    mode: 'append',
    rows: 988_214,
    bytes: 98_000_000,
    sentBytes: 41_300_000,
    phase: 'sending',
    begunAt: now - 30_000,
  },
});

export const receipt = (now: number): ReceiptView => ({
  id: 'r1',
  uploadId: 'up-4-1',
  fileName: 'contacts-nov.csv',
  mode: 'append',
  begunAt: now - 90_000,
  finishedAt: now - 20_000,
  by: 'Alex Roy',
  bytes: 98_000_000,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  rows: 988_214,
  ours: { accepted: 988_214, duplicate: 6029, invalid: 5216, empty: 541 },
  state: 'partially-accepted',
  theirs: { rows: 988_214, accepted: 988_212, duplicate: 2, invalid: 0, empty: 0, doNotCall: 3 },
  refused: 2,
  unexplained: 0,
  reversibleUntil: now + 3_600_000,
  comparable: true,
});

const EXAMPLES: Readonly<Partial<Record<RowReason, Partial<ManifestRow>>>> = {
  'do-not-call': { value: '+14165557730', column: 0, barred: { addedAt: Date.UTC(2026, 9, 2), addedBy: 'Morgan Roy' } },
  'number-too-short': { value: '416-555-01', column: 0 },
  'number-digits-lost': { value: '4.1655501E+09', column: 0 },
  'number-scientific': { value: '4.165550142E+09', column: 0, suggestion: '+14165550142', alike: 3010 },
  'formula-cell': { value: '=HYPERLINK("http://example.test")', column: 5, suggestion: 'HYPERLINK', alike: 318 },
  'zone-unknown': { value: 'America/Torono', column: 4, suggestion: 'America/Toronto', alike: 1021 },
  'duplicate-in-file': { value: '+14165550148', column: 0, twin: 18_204 },
  'duplicate-elsewhere': { value: '+14165550149', column: 0, campaign: 'Autumn reminders' },
  'no-number': { value: '', column: 0 },
};

/** Rows of the checked manifest as its list shows them. */
export function fakeRow(at: number, reason: RowReason): ManifestRow {
  return {
    row: at,
    rowNumber: at + 2,
    reason,
    value: '',
    edited: false,
    settled: false,
    ...EXAMPLES[reason],
  };
}

/** The nth row that is not accepted. */
export function mixedRow(nth: number): ManifestRow {
  const found = ROW_REASONS.filter((reason) => reason !== 'accepted' && (reasons[reason] ?? 0) > 0);
  return fakeRow(((nth + 1) * 7919) % 1_000_000, found[(nth * 5) % found.length] ?? 'no-number');
}
