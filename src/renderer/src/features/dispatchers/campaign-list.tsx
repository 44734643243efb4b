import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignSummary } from '../../../../shared/models/campaign.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/fields.tsx';
import { EmptyState } from '../../components/states.tsx';
import { CampaignTable } from './campaign-table.tsx';

interface CampaignListProps {
  readonly campaigns: readonly CampaignSummary[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  /** The instance's clock minus this computer's, ms. */
  readonly skewMs: number | undefined;
}

/** From so many campaigns on one looks for them by name. */
const MANY = 8;

/** The tenant's campaigns without those that were put away, unless they are asked for. */
export function CampaignList({ campaigns, chosen, onChoose, skewMs }: CampaignListProps): ReactNode {
  const { t } = useTranslation('dispatchers');
  const [text, setText] = useState('');
  const [archived, setArchived] = useState(false);
  const wanted = text.trim().toLocaleLowerCase();
  const shown = campaigns.filter((one) => (archived || !one.archived) && one.name.toLocaleLowerCase().includes(wanted));
  const anyArchived = campaigns.some((one) => one.archived);
  return (
    <>
      {campaigns.length < MANY && !anyArchived ? null : (
        <div className="flex flex-wrap items-end gap-4">
          <div className="w-64">
            <TextField label={t('find')} type="search" value={text} onChange={setText} maxLength={120} />
          </div>
          {anyArchived ? (
            <label className="flex h-7 items-center gap-1.5">
              <input type="checkbox" checked={archived} onChange={() => setArchived(!archived)} />
              {t('showArchived')}
            </label>
          ) : null}
        </div>
      )}
      {shown.length === 0 ? (
        <EmptyState
          title={t(wanted === '' ? 'none' : 'noneFound')}
          action={wanted === '' ? undefined : <Button onClick={() => setText('')}>{t('clearFind')}</Button>}
        />
      ) : (
        <CampaignTable campaigns={shown} chosen={chosen} onChoose={onChoose} skewMs={skewMs} />
      )}
    </>
  );
}
