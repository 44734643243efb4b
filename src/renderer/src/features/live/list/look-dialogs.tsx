import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CRITERIA, DEFAULT_RULE } from '../../../../../shared/models/triage-rule.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog, DialogButtons } from '../../../components/dialog.tsx';
import { TextField } from '../../../components/fields.tsx';
import { orderOfColumns } from '../../../table/arrange-columns.ts';
import { saveAs, withColumns } from '../model/change-look.ts';
import type { Look } from '../model/kept-view.ts';
import { OrderEditor, type OrderItem } from './order-editor.tsx';

export interface LookDialogProps {
  readonly look: Look;
  readonly onChange: (change: (look: Look) => Look) => void;
  readonly onClose: () => void;
}

interface ColumnsDialogProps extends LookDialogProps {
  readonly columns: readonly { readonly id: string; readonly title: string; readonly hint?: string }[];
}

/** Which columns, in which order. */
export function ColumnsDialog({ columns, look, onChange, onClose }: ColumnsDialogProps): ReactNode {
  const { t } = useTranslation('live');
  const { order, hidden } = look.views.columns;
  const byId = new Map(columns.map((column) => [column.id, column]));
  const items = orderOfColumns(columns, order).map((id) => {
    const column = byId.get(id);
    // A title such as "ƒ" says little without what it stands for.
    const label =
      column === undefined ? id : column.title.length < 3 ? `${column.title} ${column.hint ?? ''}` : column.title;
    return { id, label, on: !hidden.includes(id) };
  });
  return (
    <Dialog title={t('columns.title')} onClose={onClose}>
      <p className="text-fg-2">{t('columns.means')}</p>
      <OrderEditor
        label={t('columns.title')}
        items={items}
        onChange={(next) =>
          onChange((before) =>
            withColumns(before, {
              order: next.map(({ id }) => id),
              hidden: next.filter(({ on }) => !on).map(({ id }) => id),
            }),
          )
        }
      />
      <DialogButtons>
        <Button
          look="quiet"
          onClick={() => onChange((before) => withColumns(before, { order: [], hidden: [], widths: {} }))}
        >
          {t('columns.reset')}
        </Button>
        <Button look="primary" onClick={onClose}>
          {t('close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

/** What makes a conversation worse than another, the weightiest first. */
export function RuleDialog({ look, onChange, onClose }: LookDialogProps): ReactNode {
  const { t } = useTranslation('live');
  const [items, setItems] = useState<readonly OrderItem[]>(() => {
    const { rule } = look.views;
    return [...rule, ...CRITERIA.filter((criterion) => !rule.includes(criterion))].map((id) => ({
      id,
      label: t(`rule.${id}`),
      on: rule.includes(id),
    }));
  });
  const set = (next: readonly OrderItem[]) => {
    setItems(next);
    const rule = next.flatMap(({ id, on }) => (on ? CRITERIA.filter((criterion) => criterion === id) : []));
    onChange((before) => ({ ...before, views: { ...before.views, rule } }));
  };
  const usual = () =>
    set(
      CRITERIA.toSorted((a, b) => place(a) - place(b)).map((id) => ({
        id,
        label: t(`rule.${id}`),
        on: place(id) < DEFAULT_RULE.length,
      })),
    );
  return (
    <Dialog title={t('rule.title')} onClose={onClose}>
      <p className="text-fg-2">{t('rule.means')}</p>
      <OrderEditor label={t('rule.title')} items={items} onChange={set} />
      <DialogButtons>
        <Button look="quiet" onClick={usual}>
          {t('rule.reset')}
        </Button>
        <Button look="primary" onClick={onClose}>
          {t('close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

function place(criterion: (typeof CRITERIA)[number]): number {
  const at = DEFAULT_RULE.indexOf(criterion);
  return at < 0 ? DEFAULT_RULE.length : at;
}

const LONGEST_NAME = 80;

/** Gives the list as it is a name. */
export function SaveViewDialog({ look, onChange, onClose }: LookDialogProps): ReactNode {
  const { t } = useTranslation('live');
  const [name, setName] = useState(look.name ?? '');
  const wanted = name.trim();
  const replaces = look.views.saved.some((view) => view.name === wanted);
  const save = () => {
    onChange((before) => saveAs(before, wanted));
    onClose();
  };
  return (
    <Dialog title={t('views.saveTitle')} onClose={onClose}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== '') save();
        }}
      >
        <p className="text-fg-2">{t('views.saveMeans')}</p>
        <TextField label={t('views.name')} value={name} onChange={setName} maxLength={LONGEST_NAME} autoFocus />
        {replaces ? <p className="text-warn">{t('views.replaces')}</p> : null}
        <DialogButtons>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" submit disabledReason={wanted === '' ? t('views.nameFirst') : undefined}>
            {t('views.save')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
