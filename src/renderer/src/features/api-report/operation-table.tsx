import { Check, CircleOff, Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BindingReport, OperationBinding, OperationId } from '../../../../shared/models/operation.ts';
import { MenuButton } from '../../components/menu.tsx';
import type { MenuEntry } from '../../components/menu-entry.ts';
import { PlaceWords } from './place-words.tsx';
import type { Place } from './use-report.ts';

export interface OperationTableProps {
  readonly operations: readonly OperationBinding[];
  readonly unused: BindingReport['unused'];
  readonly busy: boolean;
  readonly onOverride: (operation: OperationId, target: Place | undefined) => void;
}

const cell = 'h-row max-w-0 truncate border-b px-3';

/** One row an operation: bound or missing, where, by which rule, and a menu to choose another place. */
export function OperationTable({ operations, unused, busy, onOverride }: OperationTableProps): ReactNode {
  const { t } = useTranslation('apiReport');
  return (
    <table className="w-full table-fixed border-collapse" aria-busy={busy}>
      <caption className="sr-only">{t('operations')}</caption>
      <thead className="text-left text-xs text-fg-3">
        <tr>
          <th className="w-[30%] border-b px-3 py-1.5 font-semibold">{t('operation')}</th>
          <th className="w-24 border-b px-3 font-semibold">{t('state')}</th>
          <th className="border-b px-3 font-semibold">{t('place')}</th>
          <th className="w-36 border-b px-3 font-semibold">{t('rule')}</th>
          <th className="w-14 border-b px-3">
            <span className="sr-only">{t('change')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {operations.map((binding) => (
          <tr key={binding.operation} data-operation={binding.operation} className="hover:bg-hover">
            <th
              scope="row"
              className={`${cell} text-left font-normal`}
              title={`${t(`names.${binding.operation}`)} · ${binding.operation}`}
            >
              {t(`names.${binding.operation}`)} <span className="font-mono text-xs text-fg-3">{binding.operation}</span>
            </th>
            <td className={cell}>
              <StateWords bound={binding.bound} />
            </td>
            <td className="h-row border-b px-3 py-1 select-text">
              {binding.bound ? (
                <PlaceWords method={binding.method} path={binding.path} />
              ) : (
                <span className="text-fg-3">{t('noPlace')}</span>
              )}
            </td>
            <td className={`${cell} text-fg-2`}>{binding.rule === undefined ? null : t(`rules.${binding.rule}`)}</td>
            <td className="border-b px-3 text-right">
              <OverrideMenu binding={binding} unused={unused} onOverride={onOverride} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StateWords({ bound }: { readonly bound: boolean }): ReactNode {
  const { t } = useTranslation('apiReport');
  return bound ? (
    <span className="inline-flex items-center gap-1.5 align-middle text-fg-2">
      <Check className="icon text-ok" aria-hidden />
      {t('bound')}
    </span>
  ) : (
    <span className="inline-flex items-center gap-1.5 align-middle text-warn">
      <CircleOff className="icon" aria-hidden />
      {t('missing')}
    </span>
  );
}

interface OverrideMenuProps {
  readonly binding: OperationBinding;
  readonly unused: BindingReport['unused'];
  readonly onOverride: OperationTableProps['onOverride'];
}

function OverrideMenu({ binding, unused, onOverride }: OverrideMenuProps): ReactNode {
  const { t } = useTranslation('apiReport');
  const { operation } = binding;
  const name = t(`names.${operation}`);
  const entryOf = (place: Place & { readonly operationId?: string }, section: string): MenuEntry => {
    const inUse = place.method === binding.method && place.path === binding.path;
    return {
      id: `${section} ${place.method} ${place.path}`,
      label: `${place.method.toUpperCase()} ${place.path}`,
      section,
      disabled: inUse,
      onAction: () => onOverride(operation, place),
      ...(inUse ? { note: t('used') } : place.operationId === undefined ? {} : { note: place.operationId }),
    };
  };
  const automatic: readonly MenuEntry[] =
    binding.rule === 'override'
      ? [
          {
            id: 'automatic',
            label: t('automatic'),
            note: t('automaticNote'),
            onAction: () => onOverride(operation, undefined),
          },
        ]
      : [];
  const entries = [
    ...automatic,
    ...binding.candidates.map((place) => entryOf(place, t('candidates'))),
    ...unused
      .filter(({ method, path }) => !binding.candidates.some((one) => one.method === method && one.path === path))
      .map((place) => entryOf(place, t('others'))),
  ];
  if (entries.length === 0) return null;
  return (
    <MenuButton
      label={t('changeFor', { operation: name })}
      iconOnly
      align="end"
      entries={entries}
      className="h-6! border-transparent! bg-transparent! px-1! hover:bg-raised!"
    >
      <Ellipsis className="icon text-fg-2" aria-hidden />
    </MenuButton>
  );
}
