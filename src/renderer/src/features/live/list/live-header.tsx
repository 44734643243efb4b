import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { useKeysOf } from '../../../actions/use-action-keys.ts';
import { Button } from '../../../components/button.tsx';
import { ToggleChip } from '../../../components/chip.tsx';
import type { RowOrder } from '../../../lib/row-order.ts';
import type { TallyStore } from '../../../lib/tally.ts';
import type { TableSort } from '../../../table/column.ts';
import { useLiveWords } from '../model/use-live-words.ts';

interface LiveHeaderProps {
  /** Counts are told only of what was read: nothing known is not zero. */
  readonly loaded: boolean;
  readonly tally: TallyStore;
  readonly order: RowOrder<ConversationRow>;
  readonly sort: TableSort | undefined;
  readonly onSort: (sort: TableSort | undefined) => void;
  readonly children?: ReactNode;
}

/** Title, the counts that matter, what waits to be shown, and the order. */
export function LiveHeader({ loaded, tally, order, sort, onSort, children }: LiveHeaderProps): ReactNode {
  const { t } = useTranslation('live');
  return (
    <div className="flex min-w-0 items-center gap-3">
      <h1 className="flex-none text-xl font-semibold whitespace-nowrap">{t('title')}</h1>
      {loaded ? <Counts tally={tally} /> : null}
      <span className="flex-1" />
      <Waiting order={order} />
      <ToggleChip pressed={sort === undefined} onPress={() => onSort(undefined)}>
        {t('worstFirst')}
      </ToggleChip>
      {children}
    </div>
  );
}

function Counts({ tally }: { readonly tally: TallyStore }): ReactNode {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const counts = useSyncExternalStore(tally.subscribe, tally.get);
  const all = counts.of('all');
  const waiting = counts.of('waiting');
  const critical = counts.of('risk:4');
  return (
    <p className="flex min-w-0 flex-wrap gap-x-2 text-fg-2" data-testid="live-counts">
      <span>{t('count.all', { count: all, value: words.number(all) })}</span>
      <span aria-hidden>·</span>
      <span className={waiting > 0 ? 'text-warn' : ''}>
        {t('count.waiting', { count: waiting, value: words.number(waiting) })}
      </span>
      <span aria-hidden>·</span>
      <span className={critical > 0 ? 'text-risk-4' : ''}>
        {t('count.critical', { count: critical, value: words.number(critical) })}
      </span>
    </p>
  );
}

/** Says how many rows would move while the order stands still, and moves them on a press. */
function Waiting({ order }: { readonly order: RowOrder<ConversationRow> }): ReactNode {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const { waiting } = useSyncExternalStore(order.subscribe, order.view);
  const keys = useKeysOf('list.renew');
  if (waiting === 0) return null;
  return (
    <Button look="quiet" shortcut={keys} hint={t('waitingHint')} className="h-6! text-accent!" onClick={order.renew}>
      {t('waiting', { count: waiting, value: words.number(waiting) })}
    </Button>
  );
}
