import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeApi } from '../../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../../shared/ipc/envelope.ts';
import type { BlastRadius, PartProgress } from '../../../../shared/models/blast-radius.ts';
import { useActiveTenant } from '../../app/session-context.tsx';
import { useLatest } from '../../bridge/stream.ts';
import { Clocks } from '../../components/clocks.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { formatNumber, type Language } from '../../lib/format.ts';
import { BlastDifferences } from './blast-differences.tsx';
import { BlastZones } from './blast-zones.tsx';

interface BlastRadiusProps {
  readonly tenant: string;
  readonly id: string;
}

/** Who would be called, worked out by the console from the contacts themselves, beside what the instance says. */
export function BlastRadiusView({ tenant, id }: BlastRadiusProps): ReactNode {
  const { t } = useTranslation('dispatchers');
  const timeZone = useActiveTenant()?.timeZone;
  const open = useCallback(
    (api: BridgeApi, on: (batch: Envelope<BlastRadius>) => void) => api.campaigns.blastRadius({ tenant, id }, on),
    [tenant, id],
  );
  const { value: radius, failure } = useLatest(open);
  if (failure !== undefined) return <ErrorPanel failure={failure} />;
  if (radius === undefined) return <p role="status">{t('blast.reading')}</p>;
  const { ours, theirs, contacts, differences } = radius;
  const whole = contacts.done && contacts.cut !== true && contacts.failure === undefined;
  const end = theirs?.estimatedEndAt;
  return (
    <div className="flex flex-col gap-3 tabular-nums">
      <p className="text-lg text-fg" role="status">
        {whole
          ? t('blast.now', { count: ours.dialableNow })
          : theirs?.dialableNow === undefined
            ? t('blast.reading')
            : t('blast.theirNow', { count: theirs.dialableNow })}
      </p>
      <Progress radius={radius} />
      <BlastDifferences differences={differences} agreed={radius.done && whole && theirs !== undefined} />
      <BlastZones zones={ours.byZone.length > 0 ? ours.byZone : (theirs?.byZone ?? [])} closing={ours.closingFirst} />
      <ul className="flex flex-col gap-1">
        {ours.doNotCallHits === undefined || ours.doNotCallHits === 0 ? null : (
          <li>{t('blast.doNotCall', { count: ours.doNotCallHits })}</li>
        )}
        {ours.overlaps?.length === 0 && radius.overlaps.done ? <li>{t('blast.noOverlap')}</li> : null}
        {(ours.overlaps ?? theirs?.overlaps ?? []).map(({ campaignId, name, contacts: shared }) => (
          <li key={campaignId} className="text-warn">
            {t('blast.overlap', { count: shared, name })}
          </li>
        ))}
        <FinishLine radius={radius} />
        {end === undefined ? null : (
          <li className="flex flex-wrap gap-x-2">
            {t('blast.theirEnd')} <Clocks at={end} tenantZone={timeZone} />
          </li>
        )}
      </ul>
      {theirs === undefined && radius.theirsFailure !== undefined ? (
        <p className="text-warn">{t('blast.noTheirs')}</p>
      ) : null}
    </div>
  );
}

/** How far each part is that is being read; one that could not be read whole is warned of. What is not begun is not told. */
function Progress({ radius }: { readonly radius: BlastRadius }): ReactNode {
  const { t, i18n } = useTranslation('dispatchers');
  const language: Language = i18n.language.startsWith('fr') ? 'fr' : 'en';
  const parts = ['contacts', 'doNotCall', 'overlaps'] as const;
  const line = (name: (typeof parts)[number], { read, total, done, cut, failure }: PartProgress) => {
    const what = t(`blast.part.${name}`);
    if (failure !== undefined) return { text: t('blast.partFailed', { what }), warns: true };
    if (cut === true) return { text: t('blast.partCut', { what, read: formatNumber(read, language) }), warns: true };
    if (done || read === 0) return undefined;
    const of = total === undefined ? '' : ` / ${formatNumber(total, language)}`;
    return { text: t('blast.partRead', { what, read: `${formatNumber(read, language)}${of}` }), warns: false };
  };
  const lines = parts.flatMap((name) => line(name, radius[name]) ?? []);
  if (lines.length === 0) return null;
  return (
    <ul className="text-sm">
      {lines.map(({ text, warns }) => (
        <li key={text} className={warns ? 'text-warn' : 'text-fg-2'}>
          {text}
        </li>
      ))}
    </ul>
  );
}

/** When the last contact is called at this concurrency, and what that assumes. */
function FinishLine({ radius }: { readonly radius: BlastRadius }): ReactNode {
  const { t, i18n } = useTranslation('dispatchers');
  const timeZone = useActiveTenant()?.timeZone;
  const { finish, assumptions } = radius.ours;
  if (finish === undefined) return null;
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (
    <li className={'never' in finish ? 'text-warn' : ''}>
      {'never' in finish ? (
        t(`blast.never.${finish.never}`, { count: finish.left })
      ) : (
        <span className="flex flex-wrap gap-x-2">
          {t('blast.end')} <Clocks at={finish.at} tenantZone={timeZone} />
        </span>
      )}
      <span className="block text-sm text-fg-2">
        {t(`blast.assumes.${assumptions.callMinutesFrom}`, {
          lines: number.format(assumptions.lines),
          minutes: number.format(assumptions.callMinutes),
          calls: number.format(assumptions.callsPerContact),
        })}
      </span>
    </li>
  );
}
