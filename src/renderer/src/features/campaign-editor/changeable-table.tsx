import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../../shared/models/campaign.ts';
import { FIELDS, mayChange, PHASES, phaseOf } from './changeable.ts';

/** What may be changed in which state, seen before one is in it. */
export function ChangeableTable({ campaign }: { readonly campaign: Campaign | undefined }): ReactNode {
  const { t } = useTranslation('campaignEditor');
  const now = phaseOf(campaign?.state ?? 'draft');
  return (
    <details className="rounded-lg border bg-surface p-4">
      <summary className="w-fit cursor-pointer rounded-sm font-semibold">{t('changeable.title')}</summary>
      <table aria-label={t('changeable.title')} className="mt-3 w-full border-collapse">
        <thead className="text-sm text-fg-2">
          <tr>
            <th scope="col" className="py-1 pe-3 text-start font-medium">
              {t('changeable.field')}
            </th>
            {PHASES.map((phase) => (
              <th
                key={phase}
                scope="col"
                aria-current={phase === now || undefined}
                className={`px-3 py-1 text-center font-medium ${phase === now ? 'text-fg' : ''}`}
              >
                {t(`changeable.phase.${phase}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FIELDS.map((field) => (
            <tr key={field} className="border-t">
              <th scope="row" className="py-1 pe-3 text-start font-normal">
                {t(`field.${field}`)}
              </th>
              {PHASES.map((phase) => {
                const may = mayChange(field, phase, campaign);
                const Icon = may ? Check : Minus;
                return (
                  <td key={phase} className={`px-3 py-1 text-center ${phase === now ? 'bg-selected' : ''}`}>
                    <Icon className={`icon inline ${may ? 'text-ok' : 'text-fg-3'}`} aria-hidden />
                    <span className="sr-only">{t(may ? 'changeable.yes' : 'changeable.no')}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
