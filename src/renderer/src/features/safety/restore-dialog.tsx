import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HOLD_MS } from '../../../../shared/models/hold.ts';
import type { RestoreCandidate } from '../../../../shared/models/panic.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogButtons } from '../../components/dialog.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { FAILURE_TEXTS, failureWords } from '../../i18n/failure-words.ts';
import { formatNumber, type Language } from '../../lib/format.ts';

interface RestoreDialogProps {
  readonly report: string;
  readonly onClose: () => void;
}

const keyOf = ({ tenant, campaignId }: RestoreCandidate) => `${tenant}\n${campaignId}`;

/** Looks at each dispatcher as it is now, and resumes those that are still as the panic left them. */
export function RestoreDialog({ report, onClose }: RestoreDialogProps): ReactNode {
  const { t } = useTranslation('safety');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const looked = useQuery({
    queryKey: ['panic', 'look', report],
    queryFn: () => call((api) => api.panic.look({ report })),
    // What is decided by is as it is now.
    staleTime: 0,
    gcTime: 0,
  });
  const ready = (looked.data ?? []).filter(({ verdict }) => verdict === 'ready');
  const chosen = ready.filter((one) => !left.has(keyOf(one)));
  const toggle = (key: string) => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  const restore = () => {
    const targets = chosen.map(({ tenant, campaignId }) => ({ tenant, campaign: campaignId }));
    // Held first: the bar of held commands counts down, and tells what came of it.
    call((api) => api.panic.restore({ report, targets })).catch((thrown: unknown) =>
      announce(failureOf(thrown).message, 'assertive'),
    );
    onClose();
  };
  return (
    <Dialog title={t('restore.title')} width="wide" onClose={onClose}>
      <p className="text-fg-2">{t('restore.intro', { seconds: HOLD_MS / 1000 })}</p>
      {looked.isPending ? <p role="status">{t('restore.looking')}</p> : null}
      {looked.error === null ? null : <ErrorPanel failure={failureOf(looked.error)} />}
      {looked.data === undefined ? null : (
        <ul className="flex flex-col gap-1">
          {looked.data.map((one) => (
            <Candidate
              key={keyOf(one)}
              candidate={one}
              chosen={!left.has(keyOf(one))}
              onToggle={() => toggle(keyOf(one))}
            />
          ))}
        </ul>
      )}
      <DialogButtons>
        <Button onClick={onClose}>{t('restore.leave')}</Button>
        <Button look="primary" disabledReason={chosen.length === 0 ? t('restore.none') : undefined} onClick={restore}>
          {t('restore.do', { count: chosen.length })}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

interface CandidateProps {
  readonly candidate: RestoreCandidate;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

function Candidate({ candidate, chosen, onToggle }: CandidateProps): ReactNode {
  const { t, i18n } = useTranslation('safety');
  const { t: failureT } = useTranslation(FAILURE_TEXTS);
  const language: Language = i18n.language.startsWith('fr') ? 'fr' : 'en';
  const { tenant, name, verdict, state, dialableNow, failure } = candidate;
  if (verdict !== 'ready') {
    return (
      <li className="flex flex-wrap items-baseline gap-2 text-fg-2">
        <span>{name}</span>
        <span className="text-sm">{tenant}</span>
        <span className="text-sm text-warn">
          {failure === undefined ? t('restore.changed', { state: state ?? '' }) : failureWords(failure, failureT).what}
        </span>
      </li>
    );
  }
  return (
    <li>
      <label className="flex flex-wrap items-baseline gap-2">
        <input type="checkbox" checked={chosen} onChange={onToggle} />
        <span>{name}</span>
        <span className="text-sm text-fg-2">{tenant}</span>
        {dialableNow === undefined ? null : (
          <span className="ms-auto text-sm tabular-nums text-fg-2">
            {t('restore.dialable', { count: dialableNow, value: formatNumber(dialableNow, language) })}
          </span>
        )}
      </label>
    </li>
  );
}
