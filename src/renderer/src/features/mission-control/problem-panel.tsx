import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/models/failure.ts';
import { failureOf } from '../../bridge/failure.ts';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { ProblemContext } from './problem.ts';

/** What stands in it can tell a problem, which then stands above the rest until it is closed. */
export function ProblemPanel({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation('missionControl');
  const [failure, setFailure] = useState<Failure>();
  const tell = useCallback((thrown: unknown) => setFailure(failureOf(thrown)), []);
  return (
    <ProblemContext value={tell}>
      {failure === undefined ? null : (
        <ErrorPanel failure={failure} actions={<Button onClick={() => setFailure(undefined)}>{t('close')}</Button>} />
      )}
      {children}
    </ProblemContext>
  );
}
