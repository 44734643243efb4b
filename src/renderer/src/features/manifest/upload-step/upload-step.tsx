import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UploadView } from '../../../../../shared/models/manifest-receipt.ts';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/dialog.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { relativeTime } from '../../../components/time.tsx';
import { useNow } from '../../../components/use-now.ts';
import { ProgressBar } from '../progress-bar.tsx';
import { useFigures } from '../use-words.ts';
import type { Workbench } from '../use-workbench.ts';

/** An upload under way: how far, why it waits, and the ways to hold it, go on or give it up. */
export function UploadStep({ bench, upload }: { readonly bench: Workbench; readonly upload: UploadView }): ReactNode {
  const { t } = useTranslation('manifest');
  const { number, bytes } = useFigures();
  const [asking, setAsking] = useState(false);
  const { phase, failure, rows, fileName, sentBytes, processedRows } = upload;
  const stopped = phase === 'paused' || phase === 'interrupted';
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-4 px-6 py-6">
      <h2 className="text-lg font-semibold">{t('upload.title', { count: rows, n: number(rows), file: fileName })}</h2>
      <ProgressBar label={t('upload.label')} share={phase === 'processing' ? undefined : sentBytes / upload.bytes} />
      <div className="flex flex-wrap justify-between gap-3" role="status">
        <Phase upload={upload} />
        <span className="text-fg-2">
          {phase === 'processing' && processedRows !== undefined
            ? t('upload.processed', { count: processedRows, n: number(processedRows) })
            : t('upload.sent', { sent: bytes(sentBytes), total: bytes(upload.bytes) })}
        </span>
      </div>
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      <div className="flex gap-2">
        {stopped ? (
          <Button look="primary" onClick={() => void bench.act((api, which) => api.resumeUpload(which))}>
            {t('upload.resume')}
          </Button>
        ) : (
          <Button busy={phase === 'processing'} onClick={() => void bench.act((api, which) => api.pauseUpload(which))}>
            {t('upload.pause')}
          </Button>
        )}
        <Button look="danger" busy={phase === 'processing'} onClick={() => setAsking(true)}>
          {t('upload.cancel')}
        </Button>
      </div>
      <p className="text-sm text-fg-2">{t('upload.keep')}</p>
      {asking ? (
        <ConfirmDialog
          title={t('upload.cancelTitle')}
          action={t('upload.cancelButton')}
          look="danger"
          onConfirm={async () => {
            await bench.act((api, which) => api.cancelUpload(which));
          }}
          onClose={() => setAsking(false)}
        >
          {t('upload.cancelWhat')}
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

function Phase({ upload }: { readonly upload: UploadView }): ReactNode {
  const { t } = useTranslation('manifest');
  const { language } = useFigures();
  const now = useNow();
  const when = upload.retryAt === undefined ? '' : relativeTime(Math.max(upload.retryAt, now), now, language);
  return <span className="font-semibold">{t(`upload.phases.${upload.phase}`, { when })}</span>;
}
