import { RefreshCw } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeApi } from '../../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../../shared/ipc/envelope.ts';
import type { CampaignsView } from '../../../../shared/models/campaign-views.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { useLatest } from '../../bridge/stream.ts';
import { announce } from '../../components/announcer.tsx';
import { Button, IconButton } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Page } from '../../components/page.tsx';
import { ReadFailed } from '../../components/read-failed.tsx';
import { EmptyState, Loading, Skeleton } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import { CampaignList } from './campaign-list.tsx';
import type { CampaignPlaces } from './campaign-places.ts';
import { DispatcherPanel } from './dispatcher-panel.tsx';
import { texts } from './texts.ts';

interface DispatchersPageProps {
  readonly tenant: string;
  /** The campaign whose dispatcher is shown. */
  readonly id: string | undefined;
  readonly go: CampaignPlaces;
}

/** The tenant's campaigns, and the dispatcher of one of them. */
export function DispatchersPage({ tenant, id, go }: DispatchersPageProps): ReactNode {
  useLateTexts('dispatchers', texts);
  const { t } = useTranslation('dispatchers');
  const open = useCallback(
    (api: BridgeApi, on: (batch: Envelope<CampaignsView>) => void) => api.campaigns.state({ tenant }, on),
    [tenant],
  );
  const view = useLatest(open).value;
  const refresh = () =>
    void call((api) => api.campaigns.refresh({ tenant })).catch((thrown: unknown) =>
      announce(failureOf(thrown).message, 'assertive'),
    );
  const known = view?.seenAt !== undefined;
  return (
    <Page
      title={t('title')}
      width="full"
      summary={
        view?.seenAt === undefined ? undefined : (
          <>
            {t('asOf')} <Time at={view.seenAt} />
          </>
        )
      }
      actions={
        <>
          <Button look="primary" onClick={go.create}>
            {t('create')}
          </Button>
          <IconButton label={t('refresh')} onClick={refresh}>
            <RefreshCw className="icon" aria-hidden />
          </IconButton>
        </>
      }
    >
      {view?.failure === undefined ? null : known ? (
        <>
          <p className="text-warn">{t('stale')}</p>
          <ErrorPanel failure={view.failure} />
        </>
      ) : (
        <ReadFailed failure={view.failure} onRetry={refresh} onReport={go.report} />
      )}
      {!known && view?.failure === undefined ? (
        <Loading>
          <Skeleton className="h-40" />
        </Loading>
      ) : null}
      {known && view.campaigns.length === 0 ? <EmptyState title={t('none')} /> : null}
      {known && view.campaigns.length > 0 ? (
        <>
          <CampaignList campaigns={view.campaigns} chosen={id} onChoose={go.choose} skewMs={view.skewMs} />
          {id === undefined ? (
            <p className="text-fg-2">{t('choose')}</p>
          ) : (
            <DispatcherPanel key={`${tenant} ${id}`} tenant={tenant} id={id} go={go} />
          )}
        </>
      ) : null}
    </Page>
  );
}
