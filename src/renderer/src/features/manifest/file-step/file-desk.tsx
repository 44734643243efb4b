import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mappingProblems } from '../../../../../shared/models/manifest-columns.ts';
import type { ManifestFile } from '../../../../../shared/models/manifest-file.ts';
import type { WorkbenchView } from '../../../../../shared/models/manifest-workbench.ts';
import { Button } from '../../../components/button.tsx';
import { Chip } from '../../../components/chip.tsx';
import { StepFoot } from '../step-foot.tsx';
import { useFigures } from '../use-words.ts';
import type { Workbench } from '../use-workbench.ts';
import { ColumnTable } from './column-table.tsx';
import { ReadingStrip } from './reading-strip.tsx';

interface FileDeskProps {
  readonly bench: Workbench;
  readonly view: WorkbenchView;
  readonly file: ManifestFile;
  readonly onChecked: () => void;
}

/** A file that is open: how it is read, what its columns are used for, and the way to the check. */
export function FileDesk({ bench, view, file, onChecked }: FileDeskProps): ReactNode {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  const problems = mappingProblems(view.uses, view.campaign?.requiredVariables ?? []);
  const busy = view.busy !== undefined;
  const check = () => {
    onChecked();
    void bench.act((api, which) => api.check(which));
  };
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-auto px-6 pb-4">
        <ReadingStrip bench={bench} view={view} file={file} />
        <div className="flex items-center gap-3">
          <h2 className="text-lg font-semibold">{t('columns.title')}</h2>
          {view.remembered ? <Chip>{t('reading.remembered')}</Chip> : null}
          {(file.hiddenRows ?? 0) > 0 ? (
            <Chip tone="warn">{t('facts.hidden', { count: file.hiddenRows, n: number(file.hiddenRows ?? 0) })}</Chip>
          ) : null}
        </div>
        <ColumnTable
          file={file}
          uses={view.uses}
          onChange={(uses) => void bench.act((api, which) => api.assign({ ...which, uses: [...uses] }))}
        />
      </div>
      <StepFoot
        left={
          <Button busy={busy} onClick={() => void bench.act((api, which) => api.chooseFile(which))}>
            {t('anotherFile')}
          </Button>
        }
        note={problems.length === 0 ? t('nothingLeaves') : undefined}
      >
        {problems.length === 0 ? null : (
          <ul role="alert" className="mr-3 text-sm text-danger">
            {problems.map((problem) => (
              <li key={JSON.stringify(problem)}>
                {t(`mapping.${problem.kind}`, { name: 'name' in problem ? problem.name : '' })}
              </li>
            ))}
          </ul>
        )}
        <Button
          look="primary"
          busy={busy}
          disabledReason={problems.length === 0 ? undefined : t('mapping.first')}
          onClick={check}
        >
          {t('checkButton')}
        </Button>
      </StepFoot>
    </>
  );
}
