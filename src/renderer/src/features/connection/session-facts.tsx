import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/models/failure.ts';
import type { VaultView } from '../../../../shared/models/session.ts';
import type { SignedIn } from '../../app/session-context.tsx';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Facts } from '../../components/page.tsx';
import { Time } from '../../components/time.tsx';

/** Who is signed in, how, and where that is kept. */
export function SessionFacts({ session }: { readonly session: SignedIn }): ReactNode {
  const { t } = useTranslation('connection');
  const facts: [string, ReactNode][] = [
    [
      t('signedInAs'),
      session.user.email === undefined ? session.user.name : `${session.user.name} · ${session.user.email}`,
    ],
    [t('instanceSection'), session.instanceName],
    [t('method'), t(session.method === 'browser' ? 'methodBrowser' : 'methodPasted')],
    [t('vault'), <VaultWords key="vault" vault={session.vault} />],
  ];
  if (session.expiresAt !== undefined) facts.push([t('expires'), <Time key="expires" at={session.expiresAt} />]);
  return <Facts facts={facts} />;
}

function VaultWords({ vault }: { readonly vault: VaultView }): ReactNode {
  const { t } = useTranslation('connection');
  const [failure, setFailure] = useState<Failure>();
  if (vault.mode === 'encrypted') return t('vaultEncrypted', { backend: vault.backend });
  if (vault.mode === 'memory-only') return t('vaultMemory');
  if (vault.mode === 'undecided') return t('vaultUndecided');
  return (
    <div className="flex flex-col items-start gap-2">
      {t('vaultWeak')}
      <Button
        onClick={() => {
          setFailure(undefined);
          call((api) => api.session.chooseVault({ mode: 'memory-only' })).catch((thrown: unknown) =>
            setFailure(failureOf(thrown)),
          );
        }}
      >
        {t('changeMemory')}
      </Button>
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
    </div>
  );
}
