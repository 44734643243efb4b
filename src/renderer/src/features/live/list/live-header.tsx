import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { useActions } from '../../../actions/offered.ts';
import { useKeysOf } from '../../../actions/use-action-keys.ts';
import { Button } from '../../../components/button.tsx';
import { ToggleChip } from '../../../components/chip.tsx';
import type { RowOrder } from '../../../lib/row-order.ts';
import type { TallyStore } from '../../../lib/tally.ts';
import { useLiveWords } from '../model/use-live-words.ts';
import { type LookDialogProps, RuleDialog } from './look-dialogs.tsx';

interface LiveHeaderProps extends Pick<LookDialogProps, 'look' | 'onChange'> {
  /** Counts are told only of what was read: nothing known is not zero. */
  readonly loaded: boolean;
  readonly tally: TallyStore;
  readonly order: RowOrder<ConversationRow>;
  readonly children?: ReactNode;
}

/** Title, the counts that matter, what waits to be shown, and the order with its rule. */
export function LiveHeader({ loaded, tally, order, look, onChange, children }: LiveHeaderProps): ReactNode {
  const { t } = useTranslation('live');
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <h1 className="flex-none text-xl font-semibold whitespace-nowrap">{t('title')}</h1>
      {loaded ? <Counts tally={tally} /> : null}
      <div className="ms-auto flex min-w-0 flex-wrap items-center justify-end gap-x-2 gap-y-1">
        <Waiting order={order} />
        <WorstFirst look={look} onChange={onChange} />
        {children}
      </div>
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
  const quiet = all > 0 && waiting === 0 && critical === 0 && counts.of('risk:3') === 0;
  return (
    <p className="flex min-w-0 flex-wrap gap-x-2 text-fg-2" data-testid="live-counts">
      <span>{t('count.all', { count: all, value: words.number(all) })}</span>
      <span aria-hidden>·</span>
      {quiet ? (
        <span className="text-ok" title={t('count.quietMeans')}>
          {t('count.quiet')}
        </span>
      ) : (
        <>
          <span className={waiting > 0 ? 'text-warn' : ''}>
            {t('count.waiting', { count: waiting, value: words.number(waiting) })}
          </span>
          <span aria-hidden>·</span>
          <span className={critical > 0 ? 'text-risk-4' : ''}>
            {t('count.critical', { count: critical, value: words.number(critical) })}
          </span>
        </>
      )}
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

/** The order, and beside it the rule that it follows: always to be seen, and a press away from being changed. */
function WorstFirst({ look, onChange }: Pick<LookDialogProps, 'look' | 'onChange'>): ReactNode {
  const { t } = useTranslation('live');
  const [asking, setAsking] = useState(false);
  useActions(() => [{ id: 'list.rule', group: 'list', run: () => setAsking(true) }]);
  const { rule } = look.views;
  const words =
    rule.length === 0 ? t('rule.nothing') : rule.map((criterion) => t(`rule.short.${criterion}`)).join(' › ');
  return (
    <>
      <ToggleChip
        pressed={look.sort === undefined}
        onPress={() => onChange((before) => ({ ...before, sort: undefined }))}
      >
        {t('worstFirst')}
      </ToggleChip>
      <Button
        look="quiet"
        hint={t('rule.edit')}
        aria-label={`${t('rule.edit')} ${words}`}
        className="h-6! min-w-0 shrink! truncate px-1.5! text-xs! text-fg-3!"
        onClick={() => setAsking(true)}
      >
        {words}
      </Button>
      {asking ? <RuleDialog look={look} onChange={onChange} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
