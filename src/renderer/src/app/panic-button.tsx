import { useNavigate } from '@tanstack/react-router';
import { OctagonPause } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRestorable, type PanicView } from '../../../shared/models/panic.ts';
import { call } from '../bridge/bridge.ts';
import { type OpenStream, useLatest } from '../bridge/stream.ts';
import { Button } from '../components/button.tsx';
import { ConfirmDialog } from '../components/dialog.tsx';
import { useLateTexts } from '../i18n/late-texts.ts';
import { texts } from './panic-texts.ts';
import { useSignedIn } from './session-context.tsx';

const openPanic: OpenStream<PanicView> = (api, on) => api.panic.state(undefined, on);

/** Pauses every dispatcher of every tenant after one question; tells how many a panic paused and nobody resumed yet. */
export function PanicButton(): ReactNode {
  useLateTexts('panic', texts);
  const { t } = useTranslation('panic');
  const navigate = useNavigate();
  const { tenants } = useSignedIn();
  const view = useLatest(openPanic).value;
  const [asked, setAsked] = useState(false);
  const reports = view?.reports ?? [];
  const left = reports.reduce((sum, { entries }) => sum + entries.filter(isRestorable).length, 0);
  const busy = reports.some(({ done }) => !done);
  const count = tenants.filter(({ problem }) => problem === undefined).length;
  const show = () => void navigate({ to: '/safety' });
  return (
    <>
      {left === 0 ? null : (
        <Button look="quiet" className="text-warn" hint={t('leftHint')} onClick={show}>
          {t('left', { count: left })}
        </Button>
      )}
      <Button
        look="danger"
        busy={busy}
        hint={t('press')}
        aria-label={t(busy ? 'pausing' : 'press')}
        onClick={() => setAsked(true)}
      >
        <OctagonPause className="icon" aria-hidden />
        <span className="max-xl:sr-only">{t('short')}</span>
      </Button>
      {asked ? (
        <ConfirmDialog
          title={t('ask')}
          action={t('do')}
          look="danger"
          onClose={() => setAsked(false)}
          onConfirm={() => {
            // It ends when all have answered; the page tells of each meanwhile.
            call((api) => api.panic.press()).catch(() => undefined);
            show();
          }}
        >
          <p>{t('means', { count })}</p>
          <p className="mt-2">{t('calls')}</p>
          <p className="mt-2">{t('later')}</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
