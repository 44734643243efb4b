import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../../shared/models/campaign.ts';
import { isOver } from '../../../../shared/models/dispatcher-rules.ts';
import type { Failure } from '../../../../shared/models/failure.ts';
import { HOLD_MS } from '../../../../shared/models/hold.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog, Dialog, DialogButtons } from '../../components/dialog.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { TextField } from '../../components/fields.tsx';
import { useOneAct } from '../../components/use-one-act.ts';
import type { CampaignPlaces } from './campaign-places.ts';

interface CampaignActsProps {
  readonly tenant: string;
  readonly campaign: Campaign;
  readonly go: CampaignPlaces;
}

/** What can be done with a campaign itself: edit it, make a copy, put it away. */
export function CampaignActs({ tenant, campaign, go }: CampaignActsProps): ReactNode {
  const { t } = useTranslation('dispatchers');
  const [asked, setAsked] = useState<'duplicate' | 'archive'>();
  const [failure, setFailure] = useState<Failure>();
  const { id, name, state } = campaign;
  const close = () => setAsked(undefined);
  const archive = () => {
    setFailure(undefined);
    // Held first: it answers when it ended, sent or undone.
    call((api) => api.campaigns.archive({ tenant, campaign: { id, name }, expected: { state } }))
      .then((result) => {
        if (result.outcome === 'done') announce(t('archive.done', { name }));
        else if (result.failure.code !== 'cancelled') setFailure(result.failure);
      })
      .catch((thrown: unknown) => setFailure(failureOf(thrown)));
  };
  return (
    <>
      <Button onClick={() => go.edit(id)}>{t('edit')}</Button>
      <Button onClick={() => setAsked('duplicate')}>{t('duplicate.open')}</Button>
      <Button
        disabledReason={state === 'draft' || isOver(state) ? undefined : t('archive.notNow')}
        onClick={() => setAsked('archive')}
      >
        {t('archive.open')}
      </Button>
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      {asked === 'duplicate' ? (
        <DuplicateDialog tenant={tenant} campaign={campaign} onClose={close} onMade={(made) => go.choose(made)} />
      ) : null}
      {asked === 'archive' ? (
        <ConfirmDialog
          title={t('archive.title', { name })}
          action={t('archive.do')}
          look="danger"
          onConfirm={archive}
          onClose={close}
        >
          <p>{t('archive.means', { seconds: HOLD_MS / 1000 })}</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}

interface DuplicateDialogProps {
  readonly tenant: string;
  readonly campaign: Campaign;
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

function DuplicateDialog({ tenant, campaign, onClose, onMade }: DuplicateDialogProps): ReactNode {
  const { t } = useTranslation('dispatchers');
  const { id } = campaign;
  const [name, setName] = useState(t('duplicate.suggested', { name: campaign.name }).slice(0, 120));
  const { busy, failure, run } = useOneAct<Campaign>(
    () => call((api) => api.campaigns.duplicate({ tenant, campaign: { id, name: campaign.name }, name: name.trim() })),
    (now) => {
      announce(t('duplicate.done', { name: name.trim() }));
      onClose();
      if (now !== undefined) onMade(now.id);
    },
  );
  return (
    <Dialog title={t('duplicate.title', { name: campaign.name })} onClose={onClose}>
      <p className="text-fg-2">{t('duplicate.means')}</p>
      <TextField label={t('duplicate.name')} value={name} onChange={setName} maxLength={120} />
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      <DialogButtons>
        <Button onClick={onClose}>{t('close')}</Button>
        <Button
          look="primary"
          busy={busy}
          disabledReason={name.trim() === '' ? t('duplicate.name') : undefined}
          onClick={() => void run()}
        >
          {t('duplicate.do')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
