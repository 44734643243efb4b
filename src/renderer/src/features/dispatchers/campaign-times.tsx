import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../../shared/models/campaign.ts';
import { useActiveTenant } from '../../app/session-context.tsx';
import { ClockChanges } from '../../components/clock-changes.tsx';
import { ClockSkew } from '../../components/clock-skew.tsx';
import { ClockedTime, Clocks } from '../../components/clocks.tsx';
import { Facts } from '../../components/page.tsx';
import { ClosingWindows } from './closing-windows.tsx';

interface CampaignTimesProps {
  readonly campaign: Campaign;
  /** The instance's clock minus this computer's, ms. */
  readonly skewMs: number | undefined;
}

/** When it began and ends, which windows close next, by every clock that matters; changes of clocks on the way. */
export function CampaignTimes({ campaign, skewMs }: CampaignTimesProps): ReactNode {
  const { t } = useTranslation('dispatchers');
  const tenantZone = useActiveTenant()?.timeZone;
  const { schedule, startedAt, endedAt, estimatedEndAt, nextWindowCloses } = campaign;
  const zone = schedule?.fallbackTimeZone;
  const clocks = { contactZone: zone, tenantZone };
  const moments = [
    ['starts', startedAt === undefined ? schedule?.startsAt : undefined],
    ['started', startedAt],
    ['expected', estimatedEndAt],
    ['ends', endedAt === undefined ? schedule?.endsAt : undefined],
    ['ended', endedAt],
  ] as const;
  const facts = moments.flatMap(([name, at]) =>
    at === undefined
      ? []
      : [
          [
            t(`times.${name}`),
            <div key={name}>
              {name === 'expected' ? <ClockedTime at={at} {...clocks} skewMs={skewMs} /> : null}
              <Clocks at={at} {...clocks} />
            </div>,
          ] as const,
        ],
  );
  const zones = [zone, tenantZone, ...nextWindowCloses.map(({ timeZone }) => timeZone)].flatMap((one) => one ?? []);
  return (
    <>
      <ClockSkew skewMs={skewMs} />
      {endedAt === undefined ? (
        <ClockChanges zones={zones} from={schedule?.startsAt} to={schedule?.endsAt ?? estimatedEndAt} />
      ) : null}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(20rem,1fr))] gap-6">
        {facts.length === 0 ? null : (
          <div>
            <h3 className="mb-1.5 font-semibold">{t('times.title')}</h3>
            <Facts facts={facts} />
          </div>
        )}
        <ClosingWindows closing={nextWindowCloses} tenantZone={tenantZone} />
      </div>
    </>
  );
}
