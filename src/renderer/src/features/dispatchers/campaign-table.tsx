import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignSummary } from '../../../../shared/models/campaign.ts';
import { useActiveTenant } from '../../app/session-context.tsx';
import { ClockedTime } from '../../components/clocks.tsx';
import { formatNumber, type Language } from '../../lib/format.ts';
import { StateMark } from './state-mark.tsx';

interface CampaignTableProps {
  readonly campaigns: readonly CampaignSummary[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  /** The instance's clock minus this computer's, ms. */
  readonly skewMs: number | undefined;
}

/** All campaigns of the tenant, each with how far it is. */
export function CampaignTable({ campaigns, chosen, onChoose, skewMs }: CampaignTableProps): ReactNode {
  const { t, i18n } = useTranslation('dispatchers');
  const timeZone = useActiveTenant()?.timeZone;
  const language: Language = i18n.language.startsWith('fr') ? 'fr' : 'en';
  const number = (value: number | undefined) => (value === undefined ? '–' : formatNumber(value, language));
  const heads = ['state', 'progress', 'open', 'inCall', 'perMinute', 'end'] as const;
  return (
    <table aria-label={t('list')} className="w-full border-collapse text-start">
      <thead>
        <tr className="text-sm text-fg-2">
          <th scope="col" className="py-1 pe-3 text-start font-medium">
            {t('columns.name')}
          </th>
          {heads.map((head) => (
            <th
              key={head}
              scope="col"
              className={`py-1 pe-3 font-medium ${head === 'state' ? 'text-start' : 'text-end'}`}
            >
              {t(`columns.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {campaigns.map(({ id, name, state, progress, callsPerMinute, estimatedEndAt }) => (
          <tr key={id} aria-selected={id === chosen} className={`border-t ${id === chosen ? 'bg-selected' : ''}`}>
            <th scope="row" className="max-w-72 py-1 pe-3 text-start font-normal">
              <button
                type="button"
                className="w-full truncate rounded-sm text-start hover:underline"
                title={name}
                onClick={() => onChoose(id)}
              >
                {name}
              </button>
            </th>
            <td className="py-1 pe-3">
              <StateMark state={state} />
            </td>
            <td className="py-1 pe-3 text-end">
              {progress === undefined ? '–' : `${number(progress.done)} / ${number(progress.total)}`}
            </td>
            <td className="py-1 pe-3 text-end">{number(progress?.pending)}</td>
            <td className="py-1 pe-3 text-end">{number(progress?.inCall)}</td>
            <td className="py-1 pe-3 text-end">{number(callsPerMinute)}</td>
            <td className="py-1 pe-3 text-end">
              {estimatedEndAt === undefined ? (
                '–'
              ) : (
                <ClockedTime at={estimatedEndAt} tenantZone={timeZone} skewMs={skewMs} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
