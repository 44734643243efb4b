import { ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../../../actions/offered.ts';
import { MenuButton } from '../../../components/menu.tsx';
import type { MenuEntry } from '../../../components/menu-entry.ts';
import { beginWith, forget, lookOf } from '../model/change-look.ts';
import type { Look } from '../model/kept-view.ts';
import { ColumnsDialog, SaveViewDialog } from './look-dialogs.tsx';

interface ViewMenuProps {
  readonly look: Look;
  readonly columns: readonly { readonly id: string; readonly title: string; readonly hint?: string }[];
  readonly onChange: (change: (look: Look) => Look) => void;
  readonly onCopy: () => void;
  readonly onExport: () => void;
}

type Asking = 'save' | 'columns';

/** Saved views, columns, copy and export: what is done with the list as a whole. */
export function ViewMenu({ look, columns, onChange, onCopy, onExport }: ViewMenuProps): ReactNode {
  const { t } = useTranslation('live');
  const [asking, setAsking] = useState<Asking>();
  const { name, views } = look;
  const mine = t('views.mine');
  const saved = views.saved.map(
    (view): MenuEntry => ({
      id: `apply:${view.name}`,
      label: view.name,
      section: mine,
      ...(view.name === views.begin ? { note: t('views.isBegin') } : {}),
      onAction: () => onChange((before) => lookOf(view, before)),
    }),
  );
  const named: readonly MenuEntry[] =
    name === undefined
      ? []
      : [
          {
            id: 'begin',
            label: views.begin === name ? t('views.notBegin', { name }) : t('views.begin', { name }),
            section: t('views.this'),
            onAction: () => onChange((before) => beginWith(before, views.begin === name ? undefined : name)),
          },
          {
            id: 'forget',
            label: t('views.forget', { name }),
            section: t('views.this'),
            onAction: () => onChange((before) => forget(before, name)),
          },
        ];
  const entries: readonly MenuEntry[] = [
    ...saved,
    { id: 'save', label: t('views.saveAs'), section: t('views.this'), onAction: () => setAsking('save') },
    ...named,
    { id: 'columns', label: t('columns.menu'), section: t('views.list'), onAction: () => setAsking('columns') },
    { id: 'copy', label: t('copy.shown'), section: t('views.list'), shortcut: 'Mod+C', onAction: onCopy },
    { id: 'export', label: t('copy.export'), section: t('views.list'), onAction: onExport },
  ];
  useActions(() => [
    ...saved.map(({ id, label, onAction }) => ({
      id: `view:${id}` as const,
      label: t('views.show', { name: label }),
      group: 'list' as const,
      run: onAction,
    })),
    { id: 'list.saveView', group: 'list', run: () => setAsking('save') },
    ...named.map(({ id, label, onAction }) => ({
      id: `view:${id}` as const,
      label,
      group: 'list' as const,
      run: onAction,
    })),
    { id: 'list.columns', group: 'list', run: () => setAsking('columns') },
    { id: 'list:copyShown', label: t('copy.shown'), group: 'list', run: onCopy },
    { id: 'list.export', group: 'list', run: onExport },
  ]);
  const dialog = { look, onChange, onClose: () => setAsking(undefined) };
  return (
    <>
      <MenuButton
        label={t('views.menu')}
        entries={entries}
        align="end"
        className="h-6! rounded-full! px-2.5! text-sm! gap-1!"
      >
        {name ?? t('views.menu')}
        <ChevronDown className="size-3 text-fg-3" aria-hidden />
      </MenuButton>
      {asking === 'save' ? <SaveViewDialog {...dialog} /> : null}
      {asking === 'columns' ? <ColumnsDialog {...dialog} columns={columns} /> : null}
    </>
  );
}
