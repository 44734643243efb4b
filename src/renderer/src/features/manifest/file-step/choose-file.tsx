import { FileSpreadsheet } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MANIFEST_LIMITS } from '../../../../../shared/models/manifest-limits.ts';
import type { WorkbenchView } from '../../../../../shared/models/manifest-workbench.ts';
import { Button } from '../../../components/button.tsx';
import { ProgressBar } from '../progress-bar.tsx';
import { useFigures } from '../use-words.ts';
import type { Workbench } from '../use-workbench.ts';

/** No file yet: the place to choose or drop one. */
export function ChooseFile({ bench, view }: { readonly bench: Workbench; readonly view: WorkbenchView }): ReactNode {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  const opening = view.busy?.what === 'opening';
  return (
    <div className="m-6 mt-2 flex min-h-0 flex-1 flex-col items-center justify-center gap-3 rounded-lg border-2 border-dashed border-line-strong bg-surface p-6 text-center">
      <FileSpreadsheet className="size-8 text-fg-3" strokeWidth={1.5} aria-hidden />
      <h2 className="text-lg font-semibold">{t('choose.title')}</h2>
      <p className="max-w-prose text-fg-2">{t('choose.what', { rows: number(MANIFEST_LIMITS.rows) })}</p>
      <p className="text-fg-2">{t('nothingLeaves')}</p>
      {opening ? (
        <div className="flex w-80 flex-col items-center gap-2">
          <ProgressBar label={t('choose.openingNow')} share={view.busy?.share} />
          <span className="text-sm text-fg-2">
            {view.busy?.share === undefined
              ? t('choose.openingNow')
              : t('choose.opening', { share: Math.floor(view.busy.share * 100) })}
          </span>
          <Button onClick={() => void bench.act((api, which) => api.stop(which))}>{t('choose.stop')}</Button>
        </div>
      ) : (
        <Button look="primary" onClick={() => void bench.act((api, which) => api.chooseFile(which))}>
          {t('choose.button')}
        </Button>
      )}
    </div>
  );
}
