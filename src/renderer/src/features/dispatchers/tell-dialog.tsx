import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallsInProgress, DispatcherVerb } from '../../../../shared/models/dispatcher.ts';
import { ConfirmDialog } from '../../components/dialog.tsx';
import { BlastRadiusView } from './blast-radius.tsx';

export type AskedVerb = Exclude<DispatcherVerb, 'pause'>;

interface TellDialogProps {
  readonly tenant: string;
  readonly campaign: { readonly id: string; readonly name: string };
  readonly verb: AskedVerb;
  readonly onTell: (callsInProgress: CallsInProgress | undefined) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before people are called, or before a campaign ends for good, and says what it would do. */
export function TellDialog({ tenant, campaign, verb, onTell, onClose }: TellDialogProps): ReactNode {
  const { t } = useTranslation('dispatchers');
  const [calls, setCalls] = useState<CallsInProgress>('finish');
  const { id, name } = campaign;
  return (
    <ConfirmDialog
      title={t(`ask.${verb}`, { name })}
      action={t(`verbs.${verb}`)}
      width={verb === 'stop' ? 'narrow' : 'wide'}
      look={verb === 'stop' ? 'danger' : 'primary'}
      onConfirm={() => onTell(verb === 'stop' ? calls : undefined)}
      onClose={onClose}
    >
      {verb === 'stop' ? (
        <div className="flex flex-col gap-2">
          <p>{t('stopMeans')}</p>
          {(['finish', 'hang-up'] as const).map((one) => (
            <label key={one} className="flex items-center gap-2">
              <input type="radio" name="calls" checked={calls === one} onChange={() => setCalls(one)} />
              {t(one === 'finish' ? 'finishCalls' : 'hangUp')}
            </label>
          ))}
        </div>
      ) : (
        <BlastRadiusView tenant={tenant} id={id} />
      )}
    </ConfirmDialog>
  );
}
