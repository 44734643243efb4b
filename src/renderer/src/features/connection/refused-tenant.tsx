import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/models/failure.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { Button } from '../../components/button.tsx';
import { ErrorPanel, type ErrorPanelProps } from '../../components/error-panel.tsx';

interface RefusedTenantProps extends Pick<ErrorPanelProps, 'shape' | 'actions'> {
  readonly tenant: string;
  readonly problem: Failure;
}

/** Why a tenant gave no token, what works all the same, and a way to ask again once somebody has seen to it. */
export function RefusedTenant({ tenant, problem, shape = 'banner', actions }: RefusedTenantProps): ReactNode {
  const { t } = useTranslation('connection');
  const [busy, setBusy] = useState(false);
  const [thrown, setThrown] = useState<Failure>();
  const ask = () => {
    setBusy(true);
    setThrown(undefined);
    call((api) => api.session.activateTenant({ tenant }))
      .catch((error: unknown) => setThrown(failureOf(error)))
      .finally(() => setBusy(false));
  };
  return (
    <>
      <ErrorPanel
        shape={shape}
        failure={thrown ?? problem}
        actions={
          <>
            <Button busy={busy} onClick={ask}>
              {t('askAgain')}
            </Button>
            {actions}
          </>
        }
      />
      <p className={shape === 'panel' ? 'mx-auto mt-3 max-w-xl px-5 text-fg-2' : 'text-sm text-fg-2'}>
        {t('refusedIntro')}
      </p>
    </>
  );
}
