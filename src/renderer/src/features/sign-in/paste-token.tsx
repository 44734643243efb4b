import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/models/failure.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogButtons } from '../../components/dialog.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { TextField } from '../../components/fields.tsx';

/** Signs in with a token the operator has. The field hides it, and it is forgotten here as soon as main has it. */
export function PasteToken({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['signIn', 'common']);
  const [token, setToken] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = token.replace(/^bearer\s+/i, '').trim();
    if (given === '') return;
    setBusy(true);
    setFailure(undefined);
    setToken('');
    try {
      await call((api) => api.session.signInWithToken({ token: given }));
      onClose();
    } catch (thrown) {
      setFailure(failureOf(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('signIn:pasteTitle')} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <p className="text-fg-2">{t('signIn:pasteText')}</p>
        <TextField
          label={t('signIn:pasteField')}
          type="password"
          value={token}
          onChange={setToken}
          maxLength={20_000}
          autoFocus
          className="font-mono"
        />
        {failure === undefined ? null : <ErrorPanel failure={failure} />}
        <DialogButtons>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" submit busy={busy}>
            {t('signIn:pasteAction')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
