import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../bridge/bridge.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button } from '../../../components/button.tsx';

interface KeptTextProps {
  readonly text: string;
  readonly onDiscard: () => void;
}

/** What was typed and can no longer be sent, because the conversation has ended: kept to be copied, until it is put away. */
export function KeptText({ text, onDiscard }: KeptTextProps): ReactNode {
  const { t } = useTranslation('live');
  const copy = () => {
    call((api) => api.app.copyText({ text }))
      .then(() => announce(t('kept.copied')))
      .catch(() => announce(t('copy.failed'), 'assertive'));
  };
  return (
    <section aria-label={t('kept.title')} className="rounded-md border border-line-strong px-3 py-2">
      <h3 className="text-sm text-fg-2">{t('kept.title')}</h3>
      <p className="max-h-32 overflow-auto whitespace-pre-wrap select-text">{text}</p>
      <div className="mt-1 flex gap-2">
        <Button onClick={copy}>{t('kept.copy')}</Button>
        <Button look="quiet" onClick={onDiscard}>
          {t('kept.discard')}
        </Button>
      </div>
    </section>
  );
}
