import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxAgent } from '../../../../shared/models/inbox.ts';
import type { InboxView } from '../../../../shared/models/inbox-view.ts';
import { Button } from '../../components/button.tsx';
import { Time } from '../../components/time.tsx';

interface PresenceLineProps {
  readonly presence: InboxView['presence'];
  readonly me: InboxAgent | undefined;
  readonly onOpenWebApp: () => void;
}

/** Whether it is this console that keeps the operator there, and where their calls ring; no more than is known. */
export function PresenceLine({ presence, me, onOpenWebApp }: PresenceLineProps): ReactNode {
  const { t } = useTranslation('inbox');
  const word = presenceWord(presence, me);
  const leg = LEGS.find((one) => one === me?.leg);
  if (word === undefined && me?.leg === undefined) return null;
  return (
    <div className="-mt-2 flex flex-col gap-1 text-sm text-fg-2">
      {word === undefined ? null : (
        <p role="status" className={word === 'failing' ? 'text-warn' : ''} data-presence={presence.kind}>
          {t(`presence.${word}`)}
          {presence.at === undefined ? null : (
            <>
              {' '}
              {t('lastTold')} <Time at={presence.at} />
            </>
          )}
          {word === 'cannot' ? (
            <Button look="quiet" className="text-accent!" onClick={onOpenWebApp}>
              {t('openWebApp')}
            </Button>
          ) : null}
        </p>
      )}
      {me?.leg === undefined ? null : (
        <p data-leg={me.leg}>
          {t('leg')}{' '}
          <strong className={leg === 'ringing' ? 'text-warn' : ''}>
            {leg === undefined ? me.leg : t(`legs.${leg}`)}
          </strong>
          . {t('legHelp')}
        </p>
      )}
    </div>
  );
}

const LEGS = ['connected', 'disconnected', 'ringing'] as const;

function presenceWord({ kind }: InboxView['presence'], me: InboxAgent | undefined) {
  if (kind !== 'none') return kind;
  if (me?.availability === 'disconnected') return 'lost';
  return me?.availability === 'available' || me?.availability === 'busy' ? 'elsewhere' : undefined;
}
