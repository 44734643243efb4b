import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import type { Failure } from '../../../../../shared/models/failure.ts';
import { BULK_ACTIONS, type BulkAction, HOLD_MS } from '../../../../../shared/models/hold.ts';
import { useActions } from '../../../actions/offered.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button, IconButton } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/dialog.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { type BulkPlan, planBulk } from '../model/bulk.ts';
import { TransferDialog } from './transfer-dialog.tsx';
import { useMissing } from './use-actions.ts';

interface BulkBarProps {
  readonly tenant: string;
  readonly me: string;
  readonly selected: ReadonlySet<string>;
  readonly rowOf: (id: string) => ConversationRow | undefined;
  readonly onCopy: () => void;
  readonly onClear: () => void;
}

interface Asked {
  readonly action: BulkAction;
  readonly plan: BulkPlan;
}

/** What can be done with all selected rows at once. Everything is held first and can be undone until it is sent. */
export function BulkBar(props: BulkBarProps): ReactNode {
  const { tenant, me, selected, rowOf, onCopy, onClear } = props;
  const { t } = useTranslation('live');
  const isMissing = useMissing();
  const [asked, setAsked] = useState<Asked>();
  const [failure, setFailure] = useState<Failure>();
  const ask = (action: BulkAction) => {
    const rows = [...selected].flatMap((id) => rowOf(id) ?? []);
    setAsked({ action, plan: planBulk(action, rows, selected.size, me, isMissing) });
  };
  const send = ({ action, plan }: Asked, more: { internalContactId?: string; note?: string } = {}) => {
    setAsked(undefined);
    setFailure(undefined);
    onClear();
    // It answers when all ended; until then the bar of held commands tells how far it is.
    call((api) => api.conversations.bulk({ tenant, action, targets: [...plan.targets], ...more }))
      .then(({ counts }) => announce(t('holds.counts', { ...counts })))
      .catch((thrown: unknown) => setFailure(failureOf(thrown)));
  };
  const clear = () => {
    setFailure(undefined);
    onClear();
  };
  useActions(() =>
    selected.size === 0
      ? []
      : [
          ...BULK_ACTIONS.map((action) => ({
            id: `selection.${action}` as const,
            group: 'selection' as const,
            run: () => ask(action),
          })),
          { id: 'selection.clear', group: 'selection', run: clear },
        ],
  );
  if (selected.size === 0 && failure === undefined) return null;
  return (
    <section aria-label={t('bulk.label')} className="flex flex-col gap-2 border-t border-line bg-raised px-4 py-2">
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      <div className="flex flex-wrap items-center gap-2">
        <strong className="font-semibold" role="status">
          {t('bulk.selected', { count: selected.size })}
        </strong>
        {BULK_ACTIONS.map((action) => (
          <Button key={action} look={action === 'complete' ? 'danger' : 'plain'} onClick={() => ask(action)}>
            {t(`bulk.${action}`)}
          </Button>
        ))}
        <Button look="quiet" onClick={onCopy}>
          {t('copy.selected')}
        </Button>
        <span className="flex-1" />
        <IconButton label={t('bulk.clear')} shortcut="Esc" onClick={clear}>
          <X className="icon" aria-hidden />
        </IconButton>
      </div>
      {asked === undefined ? null : (
        <Question asked={asked} tenant={tenant} onSend={send} onClose={() => setAsked(undefined)} />
      )}
    </section>
  );
}

interface QuestionProps {
  readonly asked: Asked;
  readonly tenant: string;
  readonly onSend: (asked: Asked, more?: { internalContactId?: string; note?: string }) => void;
  readonly onClose: () => void;
}

/** How many it will be done to, how many are left out and why nothing is final yet. */
function Question({ asked, tenant, onSend, onClose }: QuestionProps): ReactNode {
  const { t } = useTranslation('live');
  const { action, plan } = asked;
  const count = plan.targets.length;
  const seconds = HOLD_MS / 1000;
  if (count === 0) {
    return (
      <ConfirmDialog title={t('bulk.noneTitle')} action={t('close')} onConfirm={onClose} onClose={onClose}>
        {t('bulk.none')}
      </ConfirmDialog>
    );
  }
  if (action === 'transfer') {
    return (
      <TransferDialog
        tenant={tenant}
        contactShown={t('bulk.conversations', { count })}
        onTransfer={(internalContactId, note) =>
          onSend(asked, { internalContactId, ...(note.trim() === '' ? {} : { note }) })
        }
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      title={t(`bulk.ask.${action}`, { count })}
      action={t(`bulk.do.${action}`, { count })}
      look={action === 'complete' ? 'danger' : 'primary'}
      onConfirm={() => onSend(asked)}
      onClose={onClose}
    >
      <p>{t('bulk.held', { seconds })}</p>
      {plan.left === 0 ? null : <p className="mt-2 text-warn">{t('bulk.left', { count: plan.left })}</p>}
    </ConfirmDialog>
  );
}
