import { Play, Square, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../../shared/models/failure.ts';
import type { ExportProblem, ExportsState, ExportView } from '../../../../../shared/models/transcript-export.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { type OpenStream, useLatest } from '../../../bridge/stream.ts';
import { announce } from '../../../components/announcer.tsx';
import { IconButton } from '../../../components/button.tsx';
import { FAILURE_TEXTS, failureWords } from '../../../i18n/failure-words.ts';

const open: OpenStream<ExportsState> = (api, on) => api.archive.exports(undefined, on);
const tell = (thrown: unknown) => announce(failureOf(thrown).message, 'assertive');

/** Exports under way and those that ended: progress, cancel, resume. */
export function ExportsBar(): ReactNode {
  const { t } = useTranslation('conversations');
  const exports = useLatest(open).value?.exports ?? [];
  if (exports.length === 0) return null;
  return (
    <ul
      aria-label={t('exports')}
      className="max-h-28 overflow-auto border-t border-line bg-surface px-4 py-1.5 text-sm"
    >
      {exports.map((one) => (
        <ExportLine key={one.id} view={one} />
      ))}
    </ul>
  );
}

function ExportLine({ view }: { readonly view: ExportView }): ReactNode {
  const { t } = useTranslation(['conversations', 'reasons']);
  const { t: failures } = useTranslation(FAILURE_TEXTS);
  const { id, fileName, phase, conversations, total, missing, bytes, problem } = view;
  const words =
    phase !== 'paused' || problem === undefined ? undefined : failureWords(failureOfProblem(problem), failures);
  const size = t('kilobytes', { count: Math.ceil(bytes / 1024) });
  return (
    <li className="flex items-center gap-3 py-0.5" data-export={phase}>
      <span className="min-w-0 truncate font-mono">{fileName}</span>
      <span className={phase === 'paused' ? 'text-warn' : phase === 'done' ? 'text-ok' : 'text-fg-2'}>
        {t(`phases.${phase}`)}
        {words === undefined ? null : <span title={`${words.means} ${words.next}`}> · {words.what}</span>}
      </span>
      {phase === 'running' ? (
        <progress aria-label={fileName} max={total ?? conversations + 1} value={conversations} className="w-40" />
      ) : null}
      <span className="text-fg-2 tabular-nums">
        {t('exported', { count: conversations })} · {size}
        {missing === 0 ? '' : ` · ${t('missing', { count: missing })}`}
      </span>
      <span className="ms-auto flex">
        {phase === 'paused' ? (
          <IconButton
            label={t('resume')}
            onClick={() => void call((api) => api.archive.resumeExport({ id })).catch(tell)}
          >
            <Play className="icon" aria-hidden />
          </IconButton>
        ) : null}
        {phase === 'running' || phase === 'paused' ? (
          <IconButton
            label={t('cancelExport')}
            onClick={() => void call((api) => api.archive.cancelExport({ id })).catch(tell)}
          >
            <Square className="icon" aria-hidden />
          </IconButton>
        ) : (
          <IconButton
            label={t('dismiss')}
            onClick={() => void call((api) => api.archive.dismissExport({ id })).catch(tell)}
          >
            <X className="icon" aria-hidden />
          </IconButton>
        )}
      </span>
    </li>
  );
}

function failureOfProblem({ code, reason }: ExportProblem): Failure {
  return { code, message: '', ...(reason !== undefined && { detail: { reason } }) };
}
