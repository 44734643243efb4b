import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../bridge/bridge.ts';
import { ConfirmDialog } from '../components/dialog.tsx';
import { useSignedIn } from './session-context.tsx';

/** Asks before the session ends here and on the instance. */
export function SignOutDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('shell');
  const { instanceName } = useSignedIn();
  return (
    <ConfirmDialog
      title={t('signOutTitle', { instance: instanceName })}
      action={t('signOut')}
      onConfirm={() => call((api) => api.session.signOut())}
      onClose={onClose}
    >
      {t('signOutText')}
    </ConfirmDialog>
  );
}
