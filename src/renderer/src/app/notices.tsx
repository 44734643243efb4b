import { Info } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftsHealth } from '../../../shared/models/draft.ts';
import { type OpenStream, useLatest } from '../bridge/stream.ts';
import { Button } from '../components/button.tsx';
import { relativeTime } from '../components/time.tsx';
import { useNow } from '../components/use-now.ts';
import { usePreferences, useSignedIn } from './session-context.tsx';

const openDraftsHealth: OpenStream<DraftsHealth> = (api, on) => api.drafts.problem(undefined, on);

const SOON_MS = 10 * 60_000;

/** Quiet strips under the top bar: what the operator should know about this session and can put away. */
export function Notices(): ReactNode {
  const { t, i18n } = useTranslation(['shell', 'common']);
  const session = useSignedIn();
  const { problem } = usePreferences();
  const drafts = useLatest(openDraftsHealth).value;
  const now = useNow();
  const [away, setAway] = useState<readonly string[]>([]);
  const notices: { readonly id: string; readonly text: string }[] = [];
  if (session.method === 'pasted' && session.expiresAt !== undefined && session.expiresAt - now < SOON_MS) {
    notices.push({
      id: 'expires',
      text: t('shell:expiresSoon', { when: relativeTime(session.expiresAt, now, i18n.language) }),
    });
  }
  if (problem === 'settings-corrupt') notices.push({ id: problem, text: t('shell:settingsProblem') });
  if (problem === 'settings-write-failed') notices.push({ id: problem, text: t('shell:settingsWriteProblem') });
  if (drafts?.problem !== undefined) notices.push({ id: drafts.problem, text: t(`shell:${drafts.problem}`) });
  if (session.vault.problem !== undefined)
    notices.push({ id: session.vault.problem, text: t(`shell:vault.${session.vault.problem}`) });
  const present = notices.map(({ id }) => id).join();
  // What is over is forgotten: when it happens anew, it is told anew.
  useEffect(() => setAway((ids) => ids.filter((id) => present.split(',').includes(id))), [present]);
  return (
    <div className="col-span-2 min-w-0">
      {notices
        .filter(({ id }) => !away.includes(id))
        .map(({ id, text }) => (
          <div
            key={id}
            role="status"
            data-notice={id}
            className="flex items-center gap-3 border-b bg-raised px-3 py-1.5"
          >
            <Info className="icon text-warn" aria-hidden />
            <span className="min-w-0 flex-1">{text}</span>
            <Button look="quiet" onClick={() => setAway([...away, id])}>
              {t('common:dismiss')}
            </Button>
          </div>
        ))}
    </div>
  );
}
