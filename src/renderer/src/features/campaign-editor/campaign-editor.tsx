import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeApi } from '../../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../../shared/ipc/envelope.ts';
import type { Campaign } from '../../../../shared/models/campaign.ts';
import type { CampaignDetailView } from '../../../../shared/models/campaign-views.ts';
import { useActiveTenant } from '../../app/session-context.tsx';
import { useLatest } from '../../bridge/stream.ts';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Page } from '../../components/page.tsx';
import { Loading, Skeleton } from '../../components/states.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import { CampaignForm } from './campaign-form.tsx';
import { emptyForm, formOf } from './form.ts';
import { texts } from './texts.ts';
import { useFormDraft } from './use-form-draft.ts';

interface CampaignEditorProps {
  readonly tenant: string;
  /** The campaign to change; undefined: a new one. */
  readonly campaign: string | undefined;
  /** @param id of the campaign that was made or changed; undefined when it was left. */
  readonly onDone: (id: string | undefined) => void;
}

/** Makes a campaign step by step, or changes one; what is typed stays until it is sent or put away. */
export function CampaignEditor({ tenant, campaign: id, onDone }: CampaignEditorProps): ReactNode {
  useLateTexts('campaignEditor', texts);
  const { t } = useTranslation('campaignEditor');
  const tenantZone = useActiveTenant()?.timeZone;
  const zone = tenantZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const open = useCallback(
    (api: BridgeApi, on: (batch: Envelope<CampaignDetailView>) => void) =>
      api.campaigns.one({ tenant, id: id ?? '' }, on),
    [tenant, id],
  );
  const view = useLatest(id === undefined ? undefined : open).value;
  const newest = view?.campaign;
  // What is changed is the campaign as it was when it was opened; another revision is shown when the operator asks for it.
  const [opened, setOpened] = useState<Campaign>();
  useEffect(() => setOpened((before) => before ?? newest), [newest]);
  const campaign = opened ?? newest;
  const newer = newest !== undefined && newest.revision !== campaign?.revision;
  const start = useMemo(() => {
    if (id === undefined) return emptyForm(zone);
    return campaign === undefined ? undefined : formOf(campaign, zone);
  }, [id, zone, campaign]);
  const draft = useFormDraft(tenant, `campaign:${id ?? 'new'}`, start);
  const title = id === undefined ? t('titleNew') : t('titleEdit', { name: campaign?.name ?? '' });
  if (start === undefined || draft.form === undefined) {
    return (
      <Page title={title}>
        {view?.failure === undefined ? (
          <Loading>
            <Skeleton className="h-64" />
          </Loading>
        ) : (
          <ErrorPanel failure={view.failure} />
        )}
      </Page>
    );
  }
  return (
    <Page title={title}>
      {newer ? (
        <p role="alert" className="flex flex-wrap items-center gap-3 rounded-md border border-warn px-3 py-2 text-warn">
          {t('newer')}
          <Button onClick={() => setOpened(newest)}>{t('takeNewer')}</Button>
        </p>
      ) : null}
      <CampaignForm
        tenant={tenant}
        tenantZone={tenantZone}
        campaign={campaign}
        start={start}
        form={draft.form}
        kept={draft.kept}
        change={draft.change}
        forget={draft.forget}
        onDone={onDone}
      />
    </Page>
  );
}
