import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeApi } from '../../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../../shared/ipc/envelope.ts';
import type { CampaignDetailView } from '../../../../shared/models/campaign-views.ts';
import type { CallsInProgress, DispatcherVerb } from '../../../../shared/models/dispatcher.ts';
import { legalVerbs } from '../../../../shared/models/dispatcher-rules.ts';
import type { Failure } from '../../../../shared/models/failure.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { useLatest } from '../../bridge/stream.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Section } from '../../components/page.tsx';
import { Loading, Skeleton } from '../../components/states.tsx';
import { CampaignActs } from './campaign-acts.tsx';
import type { CampaignPlaces } from './campaign-places.ts';
import { CampaignTimes } from './campaign-times.tsx';
import { DispatcherFacts } from './dispatcher-facts.tsx';
import { LeasedCalls } from './leased-calls.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { StateMark } from './state-mark.tsx';
import { type AskedVerb, TellDialog } from './tell-dialog.tsx';
import { VerbBar, VerbMeanings } from './verb-bar.tsx';

interface DispatcherPanelProps {
  readonly tenant: string;
  readonly id: string;
  readonly go: CampaignPlaces;
}

/** One campaign's dispatcher: where it stands, why it stands still, and what it can be told now. */
export function DispatcherPanel({ tenant, id, go }: DispatcherPanelProps): ReactNode {
  const { t } = useTranslation('dispatchers');
  const open = useCallback(
    (api: BridgeApi, on: (batch: Envelope<CampaignDetailView>) => void) => api.campaigns.one({ tenant, id }, on),
    [tenant, id],
  );
  const view = useLatest(open).value;
  const [asked, setAsked] = useState<AskedVerb>();
  const [busy, setBusy] = useState<DispatcherVerb>();
  const [failure, setFailure] = useState<Failure>();
  const [unknown, setUnknown] = useState(false);
  const campaign = view?.campaign;
  if (campaign === undefined) {
    if (view?.failure !== undefined) return <ErrorPanel failure={view.failure} />;
    return (
      <Loading>
        <Skeleton className="h-40" />
      </Loading>
    );
  }
  const { name } = campaign;
  const { state, revision } = view?.dispatcher ?? campaign;
  const legal = legalVerbs(view?.dispatcher ?? campaign);
  const stale = view?.failure !== undefined;

  const tell = async (verb: DispatcherVerb, callsInProgress?: CallsInProgress) => {
    setBusy(verb);
    setFailure(undefined);
    setUnknown(false);
    try {
      const result = await call((api) =>
        api.campaigns.tell({
          tenant,
          campaign: { id, name },
          verb,
          expected: { state, ...(revision !== undefined && { revision }) },
          ...(callsInProgress !== undefined && { callsInProgress }),
        }),
      );
      if (result.outcome === 'done') announce(t(`done.${verb}`, { name }));
      else setFailure(result.failure);
      setUnknown(result.outcome === 'unknown');
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
    setBusy(undefined);
  };

  return (
    <Section title={name}>
      <div className="flex flex-wrap items-center gap-3">
        <strong className="font-semibold" data-testid="dispatcher-state">
          <StateMark state={state} />
        </strong>
        <VerbBar
          state={state}
          legal={legal}
          busy={busy}
          blocked={stale ? t('stale') : undefined}
          onTell={(verb) => (verb === 'pause' ? void tell(verb) : setAsked(verb))}
        />
        <span className="ms-auto flex flex-wrap gap-2">
          <CampaignActs tenant={tenant} campaign={campaign} go={go} />
          <Button onClick={() => go.contacts(id)}>{t('contacts')}</Button>
          <Button onClick={() => go.manifest(id)}>{t('manifest')}</Button>
        </span>
      </div>
      <VerbMeanings legal={legal} />
      {stale ? <p className="text-warn">{t('stale')}</p> : null}
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      {unknown ? <p className="text-warn">{t('unknownOutcome')}</p> : null}
      <ProgressBar progress={campaign.progress} />
      <DispatcherFacts view={view} campaign={campaign} />
      <CampaignTimes campaign={campaign} skewMs={view?.skewMs} />
      <LeasedCalls dispatcher={view?.dispatcher} skewMs={view?.skewMs} />
      {asked === undefined ? null : (
        <TellDialog
          tenant={tenant}
          campaign={{ id, name }}
          verb={asked}
          onTell={(calls) => tell(asked, calls)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Section>
  );
}
