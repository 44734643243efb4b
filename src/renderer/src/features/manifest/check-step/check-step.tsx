import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckSummary } from '../../../../../shared/models/manifest-check.ts';
import { uploadName } from '../../../../../shared/models/manifest-columns.ts';
import type { ManifestFile } from '../../../../../shared/models/manifest-file.ts';
import type { ManifestFix } from '../../../../../shared/models/manifest-fix.ts';
import type { WorkbenchView } from '../../../../../shared/models/manifest-workbench.ts';
import { call } from '../../../bridge/bridge.ts';
import { announce } from '../../../components/announcer.tsx';
import { findByData } from '../../../table/find-element.ts';
import type { Step } from '../steps.tsx';
import { useFigures } from '../use-words.ts';
import type { Workbench } from '../use-workbench.ts';
import { BulkStrip } from './bulk-strip.tsx';
import { CheckFoot } from './check-foot.tsx';
import { ComparedLine } from './compared-line.tsx';
import { CountCards } from './count-cards.tsx';
import { ProgressLine } from './progress-line.tsx';
import { ReasonFilter } from './reason-filter.tsx';
import { RowEditor } from './row-editor.tsx';
import { RowTable } from './row-table.tsx';
import { type RowView, useRows } from './use-rows.ts';

interface CheckStepProps {
  readonly bench: Workbench;
  readonly view: WorkbenchView;
  readonly onGo: (step: Step) => void;
}

/** Before the first report of the check. */
const NOTHING: CheckSummary = {
  finished: false,
  rows: 0,
  share: 0,
  reasons: {},
  open: {},
  epoch: 0,
  fixes: 0,
  canRedo: false,
};

/** The check and what it found: counts that add up, every row that is not accepted, and the ways to put it right. */
export function CheckStep({ bench, view, onGo }: CheckStepProps): ReactNode {
  const check = view.check ?? NOTHING;
  const [rowView, setRowView] = useState<RowView>({ reason: undefined, open: true });
  const [showNumbers, setShowNumbers] = useState(false);
  const [openRow, setOpenRow] = useState<string>();
  const source = useRows(bench.which, check, rowView);
  const { fix, busy } = useFix(bench, view);
  const { file } = view;
  const required = requiredColumns(view);
  const close = useCallback(() => {
    setOpenRow(undefined);
    if (openRow !== undefined) findByData(document, 'row', openRow)?.focus();
  }, [openRow]);
  const open = useCallback((row: string) => setOpenRow(row), []);
  const onFix = useCallback((offered: { readonly fix: ManifestFix }) => void fix(offered.fix), [fix]);
  if (file === undefined) return null;
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <div className="flex flex-col gap-3 px-6 pb-3">
          <CountCards reasons={check.reasons} rows={check.rows} />
          <ProgressLine view={view} />
          <ComparedLine view={view} />
          <ReasonFilter
            check={check}
            view={rowView}
            showNumbers={showNumbers}
            onView={(next) => {
              setRowView(next);
              setOpenRow(undefined);
            }}
            onShowNumbers={setShowNumbers}
          />
          {check.finished && rowView.reason !== undefined && (check.reasons[rowView.reason] ?? 0) > 0 ? (
            <BulkStrip
              check={check}
              reason={rowView.reason}
              required={required}
              busy={busy}
              onFix={(one) => void fix(one)}
            />
          ) : null}
        </div>
        <div className="mx-6 mb-3 flex min-h-40 flex-1 flex-col overflow-hidden rounded-lg border bg-surface">
          <Rows
            file={file}
            view={view}
            check={check}
            rowView={rowView}
            source={source}
            showNumbers={showNumbers}
            openRow={openRow}
            onOpen={open}
            onFix={check.finished ? onFix : undefined}
          />
        </div>
        <CheckFoot bench={bench} view={view} onGo={onGo} />
      </div>
      {openRow === undefined || !check.finished ? null : (
        <OpenEditor
          bench={bench}
          view={view}
          file={file}
          row={source.get(openRow).row?.row}
          busy={busy}
          onFix={fix}
          onClose={close}
        />
      )}
    </div>
  );
}

interface RowsProps
  extends Pick<Parameters<typeof RowTable>[0], 'source' | 'showNumbers' | 'openRow' | 'onOpen' | 'onFix'> {
  readonly file: ManifestFile;
  readonly view: WorkbenchView;
  readonly check: CheckSummary;
  readonly rowView: RowView;
}

function Rows({ file, view, check, rowView, ...table }: RowsProps): ReactNode {
  const { t } = useTranslation('manifest');
  const phone = view.uses.findIndex((use) => use.kind === 'field' && use.field === 'phone');
  const names = file.columns.map(({ header }) => header);
  const anyLeft = check.rows > (check.reasons.accepted ?? 0);
  const empty = !check.finished ? 'checking' : anyLeft || rowView.reason !== undefined ? 'noneOpen' : 'all';
  return <RowTable {...table} columns={names} phone={phone} empty={t(`table.${empty}`)} />;
}

interface OpenEditorProps {
  readonly bench: Workbench;
  readonly view: WorkbenchView;
  readonly file: ManifestFile;
  readonly row: number | undefined;
  readonly busy: boolean;
  readonly onFix: (fix: ManifestFix) => Promise<boolean>;
  readonly onClose: () => void;
}

function OpenEditor({ bench, view, file, row, busy, onFix, onClose }: OpenEditorProps): ReactNode {
  const { epoch = 0, fixes = 0 } = view.check ?? {};
  const detail = useQuery({
    queryKey: ['manifest-row', bench.which, row, epoch, fixes],
    queryFn: () => call((api) => api.manifests.row({ ...bench.which, row: row ?? 0 })),
    enabled: row !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  if (detail.data === undefined || row === undefined) return null;
  return (
    <RowEditor
      detail={detail.data}
      file={file}
      uses={view.uses}
      busy={busy}
      onFix={(fix) => void onFix(fix).then((done) => (done ? onClose() : undefined))}
      onClose={onClose}
    />
  );
}

/** Does a fix and says what came of it. */
function useFix(bench: Workbench, view: WorkbenchView) {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  const { act } = bench;
  const fix = useCallback(
    async (one: ManifestFix): Promise<boolean> => {
      const done = await act(async (api, which) => {
        const answer = await api.fix({ ...which, fix: one });
        return answer.ok ? { ok: true, value: true } : answer;
      });
      return done === true;
    },
    [act],
  );
  const accepted = view.check?.reasons.accepted ?? 0;
  const fixes = view.check?.fixes ?? 0;
  useSaid(fixes, t('fix.done', { accepted: number(accepted) }), t('fix.undone', { accepted: number(accepted) }));
  return { fix, busy: view.busy !== undefined };
}

/** Tells assistive technology when the number of fixes changed. */
function useSaid(fixes: number, more: string, fewer: string): void {
  const [known, setKnown] = useState(fixes);
  if (known === fixes) return;
  setKnown(fixes);
  announce(fixes > known ? more : fewer);
}

function requiredColumns({ campaign, uses }: WorkbenchView) {
  return uses.flatMap((use, column) => {
    const name = uploadName(use);
    return name !== undefined && campaign?.requiredVariables.includes(name) === true ? [{ column, name }] : [];
  });
}
