import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CAMPAIGN_STATES } from '../../../../shared/models/campaign.ts';

const TONES: Readonly<Record<string, string>> = { running: 'text-ok', paused: 'text-warn', failed: 'text-danger' };

/** A campaign's state in words; one that the instance made up is shown as it came. */
export function StateMark({ state }: { readonly state: string }): ReactNode {
  const { t } = useTranslation('dispatchers');
  const known = CAMPAIGN_STATES.find((one) => one === state);
  return <span className={TONES[state] ?? 'text-fg-2'}>{known === undefined ? state : t(`states.${known}`)}</span>;
}
