import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignProgress } from '../../../../shared/models/campaign.ts';
import { formatNumber, type Language } from '../../lib/format.ts';

const PARTS = [
  ['done', 'bg-ok'],
  ['inCall', 'bg-series-1'],
  ['dialing', 'bg-series-3'],
  ['unreachable', 'bg-warn'],
  ['skipped', 'bg-fg-3'],
  ['doNotCall', 'bg-series-6'],
  ['pending', 'bg-line-strong'],
] as const;

/** Every contact of a campaign, by where it stands: a bar, and the same in figures that add up to all of them. */
export function ProgressBar({ progress }: { readonly progress: CampaignProgress | undefined }): ReactNode {
  const { t, i18n } = useTranslation('dispatchers');
  const language: Language = i18n.language.startsWith('fr') ? 'fr' : 'en';
  if (progress === undefined) return null;
  const { total } = progress;
  const ended = progress.done + progress.unreachable + progress.skipped + progress.doNotCall;
  return (
    <section aria-label={t('progress')} className="flex flex-col gap-2 tabular-nums">
      <div className="flex h-2 overflow-hidden rounded-full bg-line" aria-hidden>
        {PARTS.map(([part, colour]) => (
          <span key={part} className={colour} style={{ width: `${(progress[part] / Math.max(1, total)) * 100}%` }} />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        <li>
          {formatNumber(total, language)} <span className="text-fg-2">{t('facts.total')}</span>
        </li>
        {PARTS.map(([part, colour]) => (
          <li key={part} className="flex items-center gap-1.5">
            <span className={`size-2 rounded-full ${colour}`} aria-hidden />
            {formatNumber(progress[part], language)} <span className="text-fg-2">{t(`facts.${part}`)}</span>
          </li>
        ))}
        <li className="ms-auto text-fg-2">{t('share', { percent: Math.floor((ended / Math.max(1, total)) * 100) })}</li>
      </ul>
    </section>
  );
}
