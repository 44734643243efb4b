import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/models/failure.ts';
import { call } from '../bridge/bridge.ts';
import { failureOf } from '../bridge/failure.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorPanel } from '../components/error-panel.tsx';
import { useSession } from './session-context.tsx';

type Mode = 'memory-only' | 'weak-with-consent';

/** On a computer without a keyring the operator decides what may be stored; asked once, answered in plain words. */
export function VaultQuestion(): ReactNode {
  const { t } = useTranslation('shell');
  const session = useSession();
  const [busy, setBusy] = useState<Mode>();
  const [failure, setFailure] = useState<Failure>();
  // Asked when there is something to keep: not before the sign-in, and neither for the demo nor for a pasted token.
  if (session.kind !== 'signed-in' || session.embedded || session.method === 'pasted') return null;
  const { vault } = session;
  if (vault.mode !== 'undecided') return null;
  const choose = async (mode: Mode) => {
    setBusy(mode);
    setFailure(undefined);
    try {
      await call((api) => api.session.chooseVault({ mode }));
    } catch (thrown) {
      setFailure(failureOf(thrown));
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <Dialog title={t('vault.title')} width="wide">
      <p className="text-fg-2">{t('vault.text')}</p>
      <div className="grid grid-cols-2 gap-3">
        <Choice
          action={t('vault.memory')}
          text={t('vault.memoryText')}
          look="primary"
          busy={busy === 'memory-only'}
          onChoose={() => void choose('memory-only')}
        />
        <Choice
          action={t('vault.weak')}
          text={t('vault.weakText')}
          look="plain"
          busy={busy === 'weak-with-consent'}
          onChoose={() => void choose('weak-with-consent')}
        />
      </div>
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      <p className="text-sm text-fg-3">{t('vault.backend', { backend: vault.backend })}</p>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly action: string;
  readonly text: string;
  readonly look: 'primary' | 'plain';
  readonly busy: boolean;
  readonly onChoose: () => void;
}

function Choice({ action, text, look, busy, onChoose }: ChoiceProps): ReactNode {
  return (
    <div className="flex flex-col justify-between gap-3 rounded-md border p-3">
      <p className="text-fg-2">{text}</p>
      <Button look={look} busy={busy} onClick={onChoose} className="h-auto! py-1 whitespace-normal!">
        {action}
      </Button>
    </div>
  );
}
