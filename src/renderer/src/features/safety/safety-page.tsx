import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeApi } from '../../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../../shared/ipc/envelope.ts';
import type { BreakersView } from '../../../../shared/models/breaker.ts';
import type { CampaignsView } from '../../../../shared/models/campaign-views.ts';
import type { PanicView } from '../../../../shared/models/panic.ts';
import { type OpenStream, useLatest } from '../../bridge/stream.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Page } from '../../components/page.tsx';
import { Loading, Skeleton } from '../../components/states.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import { Breakers } from './breakers.tsx';
import { PanicSection } from './panic-section.tsx';
import { texts } from './texts.ts';

const openPanic: OpenStream<PanicView> = (api, on) => api.panic.state(undefined, on);

/** What keeps campaigns from doing harm: the panic key with what it left, breakers, and the standstill watch. */
export function SafetyPage({ tenant }: { readonly tenant: string }): ReactNode {
  useLateTexts('safety', texts);
  const { t } = useTranslation('safety');
  const openSafety = useCallback(
    (api: BridgeApi, on: (batch: Envelope<BreakersView>) => void) => api.safety.state({ tenant }, on),
    [tenant],
  );
  const openCampaigns = useCallback(
    (api: BridgeApi, on: (batch: Envelope<CampaignsView>) => void) => api.campaigns.state({ tenant }, on),
    [tenant],
  );
  const panic = useLatest(openPanic);
  const safety = useLatest(openSafety);
  const campaigns = useLatest(openCampaigns).value?.campaigns ?? [];
  const failure = panic.failure ?? safety.failure;
  return (
    <Page title={t('title')} width="full">
      <p className="text-fg-2">{t('intro')}</p>
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      {panic.value === undefined || safety.value === undefined ? (
        <Loading>
          <Skeleton className="h-40" />
          <Skeleton className="h-40" />
        </Loading>
      ) : (
        <>
          <PanicSection view={panic.value} />
          <Breakers tenant={tenant} view={safety.value} campaigns={campaigns} />
        </>
      )}
    </Page>
  );
}
