import { ArrowLeft, Check, Circle, PencilLine, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemState, SampleItem, SampleSummary } from '../../../../../shared/models/quality.ts';
import { call } from '../../../bridge/bridge.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/dialog.tsx';
import type { QualityParts } from '../parts.ts';
import { SampleProgress } from './sample-list.tsx';

const ICONS: Readonly<Record<ItemState, ReactNode>> = {
  open: <Circle className="icon text-fg-3" aria-hidden />,
  draft: <PencilLine className="icon text-warn" aria-hidden />,
  finished: <Check className="icon text-ok" aria-hidden />,
};

interface SampleItemsProps {
  readonly tenant: string;
  readonly sample: SampleSummary;
  readonly items: readonly SampleItem[];
  readonly openId: string | undefined;
  readonly parts: QualityParts;
  readonly onOpen: (id: string) => void;
  readonly onBack: () => void;
}

/** The conversations of a sample, with how far each is. */
export function SampleItems({ tenant, sample, items, openId, parts, onOpen, onBack }: SampleItemsProps): ReactNode {
  const { t } = useTranslation('quality');
  const [forgetting, setForgetting] = useState(false);
  const drawn = { count: sample.considered };
  return (
    <aside aria-label={t('items')} className="flex min-h-0 w-64 flex-none flex-col border-e border-line">
      <header className="flex flex-col gap-1 border-b border-line px-4 py-2">
        <div className="flex items-center gap-1">
          <Button look="quiet" className="-ms-3" onClick={onBack}>
            <ArrowLeft className="icon" aria-hidden />
            {t('back')}
          </Button>
          <span className="flex-1" />
          <IconButton label={t('forget')} onClick={() => setForgetting(true)}>
            <Trash2 className="icon" aria-hidden />
          </IconButton>
        </div>
        <p className="font-semibold break-words">{sample.search === '' ? t('everything') : sample.search}</p>
        <p className="text-sm text-fg-3">
          {t('sampleFacts', { size: sample.size, spread: t(`spreads.${sample.spread}`), seed: sample.seed })}
        </p>
        <p className="text-sm text-fg-3">
          {sample.cut ? t('drawnFromNewest', drawn) : t('drawnFrom', drawn)}{' '}
          {sample.leftOut === 0 ? '' : t('leftOut', { count: sample.leftOut })}
        </p>
        <SampleProgress sample={sample} />
      </header>
      <ul className="min-h-0 flex-1 overflow-auto py-1">
        {items.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              aria-current={one.id === openId || undefined}
              onClick={() => onOpen(one.id)}
              className="flex w-full items-start gap-2 px-4 py-1.5 text-start hover:bg-hover aria-current:bg-selected"
            >
              <span className="pt-0.5">{ICONS[one.state]}</span>
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="flex gap-2">
                  <span className="min-w-0 flex-1 truncate font-mono text-sm">{one.id}</span>
                  <span className={`text-sm tabular-nums ${one.failed === true ? 'text-danger' : 'text-fg-2'}`}>
                    {one.score ?? ''}
                  </span>
                </span>
                <span className="truncate text-sm text-fg-3">
                  {t(`states.${one.state}`)} · {one.csr ?? t('noCsr')} · {one.flow ?? '–'}
                </span>
                {one.startedAt === undefined ? null : (
                  <span className="truncate text-sm text-fg-3">{parts.time(one.startedAt)}</span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {forgetting ? (
        <ConfirmDialog
          title={t('forget')}
          action={t('forget')}
          look="danger"
          onConfirm={async () => {
            await call((api) => api.quality.forgetSample({ tenant, id: sample.id }));
            onBack();
          }}
          onClose={() => setForgetting(false)}
        >
          {t('forgetAsk')}
        </ConfirmDialog>
      ) : null}
    </aside>
  );
}
