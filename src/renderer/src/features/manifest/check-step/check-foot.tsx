import { Redo2, Undo2 } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ROW_REASONS, VERDICTS } from '../../../../../shared/models/manifest-reasons.ts';
import type { WorkbenchView } from '../../../../../shared/models/manifest-workbench.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button } from '../../../components/button.tsx';
import { StepFoot } from '../step-foot.tsx';
import type { Step } from '../steps.tsx';
import { useUndoKey } from '../use-undo-key.ts';
import { useFigures } from '../use-words.ts';
import type { Workbench } from '../use-workbench.ts';

interface CheckFootProps {
  readonly bench: Workbench;
  readonly view: WorkbenchView;
  readonly onGo: (step: Step) => void;
}

/** What can be done with the check as a whole. */
export function CheckFoot({ bench, view, onGo }: CheckFootProps): ReactNode {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  const { check, busy } = view;
  const checking = busy?.what === 'checking';
  const finished = check?.finished === true;
  const canUndo = finished && busy === undefined && check.fixes > 0;
  const canRedo = finished && busy === undefined && check.canRedo;
  const { act } = bench;
  const undo = useCallback(() => {
    if (canUndo) void act((api, which) => api.undo(which));
  }, [act, canUndo]);
  const redo = useCallback(() => {
    if (canRedo) void act((api, which) => api.redo(which));
  }, [act, canRedo]);
  useUndoKey(undo, redo);
  const saveRejects = async () => {
    const words = {
      row: t('rejectsFile.row'),
      verdict: t('rejectsFile.verdict'),
      why: t('rejectsFile.why'),
      verdicts: Object.fromEntries(VERDICTS.map((verdict) => [verdict, t(`verdict.${verdict}`)])),
      reasons: Object.fromEntries(ROW_REASONS.map((reason) => [reason, t(`reasons.${reason}`)])),
    };
    const rows = await bench.act((api, which) => api.saveRejects({ ...which, words }));
    if (rows !== undefined) announce(t('actions.rejectsSaved', { count: rows, n: number(rows) }));
  };
  return (
    <StepFoot
      left={
        <>
          <Button busy={!finished || busy !== undefined} onClick={() => void saveRejects()}>
            {t('actions.rejects')}
          </Button>
          <Button busy={!canUndo} shortcut="Mod+Z" onClick={undo}>
            <Undo2 className="icon" aria-hidden />
            {t('fix.undo')}
          </Button>
          <Button busy={!canRedo} shortcut="Mod+Shift+Z" onClick={redo}>
            <Redo2 className="icon" aria-hidden />
            {t('fix.redo')}
          </Button>
        </>
      }
    >
      {checking ? (
        <Button
          onClick={() => {
            onGo('file');
            void bench.act((api, which) => api.stop(which));
          }}
        >
          {t('cancel')}
        </Button>
      ) : (
        <Button onClick={() => onGo('file')}>{t('actions.recheck')}</Button>
      )}
      <Button look="primary" disabledReason={useWhyNot(view)} onClick={() => onGo('approve')}>
        {t(finished ? 'actions.continue' : 'actions.whenChecked')}
      </Button>
    </StepFoot>
  );
}

function useWhyNot({ check, busy, compared }: WorkbenchView): string | undefined {
  const { t } = useTranslation('manifest');
  if (check?.finished !== true) return t('actions.whenChecked');
  if (busy !== undefined) return t('actions.busy');
  if (compared.some(({ state }) => state === 'waiting' || state === 'loading')) return t('actions.stillComparing');
  return (check.reasons.accepted ?? 0) === 0 ? t('actions.nothingAccepted') : undefined;
}
