import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignContact } from '../../../../shared/models/campaign-contact.ts';
import { useMask } from '../../app/use-mask.ts';
import { ClockedTime } from '../../components/clocks.tsx';
import type { TableColumn } from '../../table/column.ts';
import { useContactWords } from './contact-words.tsx';

const TONES: Readonly<Record<string, string>> = {
  done: 'text-ok',
  unreachable: 'text-warn',
  'do-not-call': 'text-warn',
};

/** By the contact's, the tenant's and the operator's clock. */
const when = (at: number | undefined, contactZone: string | undefined, tenantZone: string | undefined): ReactNode =>
  at === undefined ? null : <ClockedTime at={at} contactZone={contactZone} tenantZone={tenantZone} />;

/** The columns of the table of contacts; numbers and names as the operator's mask has them. */
export function useContactColumns(tenantZone: string | undefined): readonly TableColumn<CampaignContact>[] {
  const { t } = useTranslation('contacts');
  const words = useContactWords();
  const mask = useMask();
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow t
  return useMemo(
    () => [
      {
        id: 'phone',
        title: t('column.phone'),
        width: 150,
        rank: 0,
        cell: ({ phone }) => <span className="font-mono text-sm">{mask.contact(phone)}</span>,
      },
      {
        id: 'name',
        title: t('column.name'),
        width: 140,
        grow: 2,
        rank: 4,
        cell: ({ firstName, lastName }) => mask.name([firstName, lastName].filter(Boolean).join(' ')),
      },
      {
        id: 'state',
        title: t('column.state'),
        width: 120,
        rank: 1,
        cell: ({ state }) => <span className={TONES[state]}>{words.state(state)}</span>,
      },
      {
        id: 'disposition',
        title: t('column.disposition'),
        width: 150,
        grow: 1,
        rank: 3,
        cell: ({ disposition }) => (disposition === undefined ? null : words.disposition(disposition)),
      },
      {
        id: 'attempts',
        title: t('column.attempts'),
        width: 80,
        align: 'end',
        rank: 2,
        cell: ({ attempts }) => attempts,
      },
      {
        id: 'last',
        title: t('column.last'),
        width: 120,
        align: 'end',
        rank: 5,
        cell: ({ lastAttemptAt, timeZone }) => when(lastAttemptAt, timeZone, tenantZone),
      },
      {
        id: 'next',
        title: t('column.next'),
        width: 120,
        align: 'end',
        rank: 6,
        cell: ({ nextAttemptAt, timeZone }) => when(nextAttemptAt, timeZone, tenantZone),
      },
      { id: 'zone', title: t('column.zone'), width: 140, rank: 7, cell: ({ timeZone }) => timeZone },
    ],
    [t, mask, tenantZone],
  );
}
