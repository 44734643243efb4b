import type { BridgeApi } from '../../shared/ipc/contract.ts';
import { ROW_REASONS } from '../../shared/models/manifest-reasons.ts';
import type { WorkbenchView } from '../../shared/models/manifest-workbench.ts';
import { ok } from './fake-envelopes.ts';
import { checkedManifest, fakeRow, mixedRow, noManifest, openManifest } from './fake-manifest.ts';
import type { FakeBridge, FakeState, Mutable } from './fake-types.ts';

interface FakeManifestMain {
  readonly state: FakeState;
  readonly topics: FakeBridge['topics'];
  /** Notes a call. */
  readonly did: (name: string, input?: unknown) => void;
}

/** How the pretended main answers about manifests: one file, checked at once. */
export function manifestAnswers({ state, topics, did }: FakeManifestMain): Mutable<BridgeApi>['manifests'] {
  const become = (manifest: WorkbenchView) => {
    state.manifest = manifest;
    topics.manifest.push(manifest);
    return ok(undefined);
  };
  const rows = (reason: string | undefined, offset: number, limit: number) =>
    Array.from({ length: limit }, (_, at) => {
      const known = ROW_REASONS.find((one) => one === reason);
      return known === undefined ? mixedRow(offset + at) : fakeRow(offset + at, known);
    });
  return {
    state: (_input, on) => topics.manifest.open(on),
    chooseFile: async (input) => {
      did('manifests.chooseFile', input);
      become(openManifest);
      return ok(true);
    },
    openDropped: async () => become(openManifest),
    read: async (input) => {
      did('manifests.read', input);
      return become(state.manifest);
    },
    assign: async (input) => {
      did('manifests.assign', input);
      return become({ ...state.manifest, uses: input.uses, remembered: false });
    },
    setOptions: async (input) => {
      did('manifests.setOptions', input);
      return become({ ...state.manifest, country: input.country, mode: input.mode });
    },
    check: async (input) => {
      did('manifests.check', input);
      return become(checkedManifest);
    },
    stop: async (input) => {
      did('manifests.stop', input);
      return ok(undefined);
    },
    rows: async ({ filter, offset, limit }) =>
      ok({ epoch: 1, total: 11_786, rows: rows(filter.reason, offset, limit) }),
    row: async ({ row }) => {
      const shown = fakeRow(row, 'zone-unknown');
      const values = ['+14165550142', 'A-000117', 'Avery', 'Tremblay', 'America/Torono', '7735 Granville St', ''];
      return ok({
        ...shown,
        cells: values.map((value, column) => ({
          column,
          value,
          problems: column === 4 ? [{ kind: 'zone-unknown', suggestion: 'America/Toronto' }] : [],
        })),
      });
    },
    fix: async (input) => {
      did('manifests.fix', input);
      const { check } = state.manifest;
      if (check === undefined) return ok(undefined);
      return become({ ...state.manifest, check: { ...check, fixes: check.fixes + 1, epoch: check.epoch + 1 } });
    },
    undo: async (input) => {
      did('manifests.undo', input);
      return ok(undefined);
    },
    redo: async (input) => {
      did('manifests.redo', input);
      return ok(undefined);
    },
    zones: async () =>
      ok([
        { timeZone: 'America/Toronto', rows: 612_004 },
        { timeZone: 'America/Vancouver', rows: 201_550 },
        { timeZone: 'America/Winnipeg', rows: 98_120 },
        { timeZone: 'America/Halifax', rows: 76_120 },
        { rows: 420 },
      ]),
    saveRejects: async (input) => {
      did('manifests.saveRejects', input);
      return ok(11_786);
    },
    diff: async () =>
      ok({ against: 'upload', before: 980_000, added: 9000, removed: 786, changed: 1204, same: 978_010 }),
    diffRows: async ({ kind }) =>
      ok(
        kind === 'removed'
          ? [{ phone: '+14165550101' }, { phone: '+14165550102' }]
          : [
              { phone: '+14165550142', rowNumber: 17, name: 'Avery Tremblay' },
              { phone: '+16475550144', rowNumber: 2041, name: 'Noor Okafor' },
            ],
      ),
    upload: async (input) => {
      did('manifests.upload', input);
      return ok(undefined);
    },
    pauseUpload: async (input) => {
      did('manifests.pauseUpload', input);
      return ok(undefined);
    },
    resumeUpload: async (input) => {
      did('manifests.resumeUpload', input);
      return ok(undefined);
    },
    cancelUpload: async (input) => {
      did('manifests.cancelUpload', input);
      return become(noManifest);
    },
    reverse: async (input) => {
      did('manifests.reverse', input);
      return ok(undefined);
    },
    refused: async () =>
      ok([
        { rowNumber: 5, phone: '+14165550103', code: 'duplicate-in-campaign', column: 'phone' },
        { rowNumber: 17, phone: '+14165550115', code: 'duplicate-in-campaign', column: 'phone' },
      ]),
    exportReceipt: async () => ok({ suggestedName: 'import-receipt.csv', text: 'campaign,Winter outage notice\n' }),
    close: async (input) => {
      did('manifests.close', input);
      return become(noManifest);
    },
  };
}
