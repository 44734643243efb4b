import type { Handlers } from '../../../../shared/ipc/contract.ts';
import { FailureError } from '../../../../shared/models/failure.ts';
import { Workbench } from './workbench.ts';
import type { WorkbenchDeps } from './workbench-deps.ts';

export interface Workbenches {
  readonly handlers: Handlers['manifests'];
  /** Somebody else may sign in: files are put away, uploads paused. */
  endAll(): Promise<void>;
}

/** The workbenches of all campaigns that somebody opened, one each. */
export function createWorkbenches(deps: WorkbenchDeps): Workbenches {
  const open = new Map<string, Workbench>();
  const of = ({ tenant, campaign }: { readonly tenant: string; readonly campaign: string }): Workbench => {
    const key = JSON.stringify([tenant, campaign]);
    const known = open.get(key) ?? new Workbench(tenant, campaign, deps);
    open.set(key, known);
    return known;
  };
  return {
    handlers: {
      state(input, changed) {
        const bench = of(input);
        void bench.refreshCampaign();
        return bench.open(changed);
      },
      chooseFile: (input) => of(input).choose(),
      async openDropped(input) {
        if (input.file === '') {
          throw new FailureError('unavailable', 'No path', { reason: 'manifest-drop-unavailable' });
        }
        await of(input).choose(input.file);
      },
      read: ({ reading, ...input }) => of(input).read(reading),
      assign: ({ uses, ...input }) => of(input).assign(uses),
      setOptions: (input) => of(input).setOptions(input),
      check: (input) => of(input).check(),
      stop: (input) => of(input).stop(),
      rows: ({ filter, offset, limit, ...input }) => of(input).checked.page(filter, offset, limit),
      row: ({ row, ...input }) => of(input).checked.row(row),
      fix: ({ fix, ...input }) => of(input).checked.fix(fix),
      undo: (input) => of(input).checked.undo(),
      redo: (input) => of(input).checked.redo(),
      zones: (input) => of(input).checked.zones(),
      saveRejects: ({ words, ...input }) => of(input).checked.saveRejects(words),
      diff: (input) => of(input).checked.diff(),
      diffRows: ({ kind, offset, limit, ...input }) => of(input).checked.diffRows(kind, offset, limit),
      upload: ({ accepted, ...input }) => of(input).upload(accepted),
      // The answer does not wait for the end of an upload: that is told by the state.
      resumeUpload: (input) => void of(input).uploads.resume(),
      pauseUpload: (input) => of(input).uploads.pause(),
      cancelUpload: (input) => of(input).uploads.cancel(),
      reverse: ({ receipt, ...input }) => of(input).uploads.reverse(receipt),
      refused: ({ receipt, offset, limit, ...input }) => of(input).uploads.refused(receipt, offset, limit),
      exportReceipt: ({ receipt, ...input }) => of(input).uploads.exported(receipt),
      close: (input) => of(input).close(),
    },
    async endAll() {
      const ending = [...open.values()];
      open.clear();
      await Promise.all(ending.map((bench) => bench.end()));
    },
  };
}
