import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CAMPAIGN_STATES } from '../../../../shared/models/campaign.ts';
import { DISPATCHER_VERBS, type DispatcherVerb } from '../../../../shared/models/dispatcher.ts';
import { isOver } from '../../../../shared/models/dispatcher-rules.ts';
import { Button } from '../../components/button.tsx';

interface VerbBarProps {
  readonly state: string;
  /** Verbs that the dispatcher takes now. */
  readonly legal: readonly DispatcherVerb[];
  readonly busy: DispatcherVerb | undefined;
  /** Why nothing can be told now, whatever the state. */
  readonly blocked: string | undefined;
  readonly onTell: (verb: DispatcherVerb) => void;
}

/** All that a dispatcher can be told; only what it takes now can be pressed, the rest says why not. */
export function VerbBar({ state, legal, busy, blocked, onTell }: VerbBarProps): ReactNode {
  const { t } = useTranslation('dispatchers');
  const known = CAMPAIGN_STATES.find((one) => one === state);
  const notNow = t('notNow', { state: (known === undefined ? state : t(`states.${known}`)).toLocaleLowerCase() });
  if (isOver(state) && legal.length === 0) return null;
  return DISPATCHER_VERBS.map((verb) => (
    <Button
      key={verb}
      look={verb === 'stop' ? 'danger' : legal[0] === verb ? 'primary' : 'plain'}
      busy={busy === verb}
      hint={t(`means.${verb}`)}
      disabledReason={legal.includes(verb) ? blocked : notNow}
      onClick={() => onTell(verb)}
    >
      {t(`verbs.${verb}`)}
    </Button>
  ));
}

/** What each verb that can be told now will do. */
export function VerbMeanings({ legal }: Pick<VerbBarProps, 'legal'>): ReactNode {
  const { t } = useTranslation('dispatchers');
  if (legal.length === 0) return null;
  return (
    <ul className="text-sm text-fg-2">
      {legal.map((verb) => (
        <li key={verb}>
          <span className="font-semibold text-fg">{t(`verbs.${verb}`)}</span> – {t(`means.${verb}`)}
        </li>
      ))}
    </ul>
  );
}
