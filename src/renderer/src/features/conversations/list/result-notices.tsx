import { HardDrive } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import type { Results } from './use-results.ts';

/** Where the results are from when not from the instance, and what could not be read of them. */
export function ResultNotices({ results }: { readonly results: Results }): ReactNode {
  const { t } = useTranslation('conversations');
  return (
    <>
      {results.byPattern ? (
        <div role="status" className="flex items-center gap-3 rounded-md border border-line-strong px-3 py-1.5">
          <HardDrive className="icon text-fg-2" aria-hidden />
          <span className="min-w-0 flex-1">{t('patternResults')}</span>
        </div>
      ) : null}
      {results.offline === undefined ? null : (
        <div role="status" className="flex items-center gap-3 rounded-md border border-warn px-3 py-1.5">
          <HardDrive className="icon text-warn" aria-hidden />
          <span className="min-w-0 flex-1">{t('offlineResults')}</span>
          <Button onClick={results.again}>{t('again')}</Button>
        </div>
      )}
      {results.failure === undefined ? null : (
        <ErrorPanel
          failure={results.failure}
          actions={
            <>
              {results.goOn === undefined ? null : (
                <Button look="primary" onClick={results.goOn}>
                  {t('goOn')}
                </Button>
              )}
              <Button onClick={results.again}>{t('again')}</Button>
            </>
          }
        />
      )}
    </>
  );
}
