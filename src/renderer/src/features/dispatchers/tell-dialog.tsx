import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallsInProgress, DispatcherVerb, Forecast } from '../../../../shared/models/dispatcher.ts';
import { call } from '../../bridge/bridge.ts';
import { ConfirmDialog } from '../../components/dialog.tsx';
import { exactTime } from '../../components/time.tsx';

export type AskedVerb = Exclude<DispatcherVerb, 'pause'>;

interface TellDialogProps {
  readonly tenant: string;
  readonly campaign: { readonly id: string; readonly name: string };
  readonly verb: AskedVerb;
  readonly onTell: (callsInProgress: CallsInProgress | undefined) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before people are called, or before a campaign ends for good, and says what it would do. */
export function TellDialog({ tenant, campaign, verb, onTell, onClose }: TellDialogProps): ReactNode {
  const { t } = useTranslation('dispatchers');
  const [calls, setCalls] = useState<CallsInProgress>('finish');
  const { id, name } = campaign;
  return (
    <ConfirmDialog
      title={t(`ask.${verb}`, { name })}
      action={t(`verbs.${verb}`)}
      look={verb === 'stop' ? 'danger' : 'primary'}
      onConfirm={() => onTell(verb === 'stop' ? calls : undefined)}
      onClose={onClose}
    >
      {verb === 'stop' ? (
        <div className="flex flex-col gap-2">
          <p>{t('stopMeans')}</p>
          {(['finish', 'hang-up'] as const).map((one) => (
            <label key={one} className="flex items-center gap-2">
              <input type="radio" name="calls" checked={calls === one} onChange={() => setCalls(one)} />
              {t(one === 'finish' ? 'finishCalls' : 'hangUp')}
            </label>
          ))}
        </div>
      ) : (
        <WhatItDoes tenant={tenant} id={id} />
      )}
    </ConfirmDialog>
  );
}

/** What starting would do, as the instance works it out now. */
function WhatItDoes({ tenant, id }: { readonly tenant: string; readonly id: string }): ReactNode {
  const { t } = useTranslation('dispatchers');
  const forecast = useQuery({
    queryKey: ['campaigns', 'forecast', tenant, id],
    queryFn: () => call((api) => api.campaigns.forecast({ tenant, id })),
    // Never an older one: what is shown is what is decided by.
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });
  if (forecast.isPending) return <p role="status">{t('forecast.reading')}</p>;
  if (forecast.data === undefined) return <p className="text-warn">{t('forecast.missing')}</p>;
  return <ForecastLines forecast={forecast.data} />;
}

function ForecastLines({ forecast }: { readonly forecast: Forecast }): ReactNode {
  const { t, i18n } = useTranslation('dispatchers');
  const { dialableNow, byZone, doNotCallHits = 0, overlaps, estimatedEndAt } = forecast;
  return (
    <ul className="flex flex-col gap-1 tabular-nums">
      {dialableNow === undefined ? null : <li className="text-fg">{t('forecast.now', { count: dialableNow })}</li>}
      {byZone.map(({ timeZone, contacts, dialableNow: now }) => (
        <li key={timeZone}>{t('forecast.zone', { zone: timeZone, now, total: contacts })}</li>
      ))}
      {doNotCallHits > 0 ? <li>{t('forecast.doNotCall', { count: doNotCallHits })}</li> : null}
      {overlaps.map(({ campaignId, name, contacts }) => (
        <li key={campaignId} className="text-warn">
          {t('forecast.overlap', { count: contacts, name })}
        </li>
      ))}
      {estimatedEndAt === undefined ? null : (
        <li>{t('forecast.end', { time: exactTime(estimatedEndAt, i18n.language) })}</li>
      )}
    </ul>
  );
}
