import { ChevronDown, Search } from 'lucide-react';
import { memo, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeysOf } from '../../../actions/use-action-keys.ts';
import { Button } from '../../../components/button.tsx';
import { RemovableChip } from '../../../components/chip.tsx';
import { useKeyWords } from '../../../components/key-hint.tsx';
import { MenuButton } from '../../../components/menu.tsx';
import type { MenuEntry } from '../../../components/menu-entry.ts';
import type { TallyStore } from '../../../lib/tally.ts';
import {
  DURATIONS,
  FACETS,
  type Facet,
  type Filters,
  isFiltered,
  NO_FILTERS,
  RISK_FLOORS,
  withFilter,
} from '../model/filters.ts';
import { useLiveWords } from '../model/use-live-words.ts';

interface FilterBarProps {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
  readonly tally: TallyStore;
  readonly finder: RefObject<HTMLInputElement | null>;
}

/**
 * The filters: chips for the facets, with the values that occur and how often, and a field to find by text. The values are
 * counted when a menu opens, so that nothing here renders with each frame of events.
 */
export const FilterBar = memo(function FilterBar({ filters, onChange, tally, finder }: FilterBarProps): ReactNode {
  const { t } = useTranslation('live');
  return (
    <search className="isolate flex min-w-0 flex-wrap items-center gap-1.5">
      <FindField filters={filters} onChange={onChange} finder={finder} />
      <RiskChip filters={filters} onChange={onChange} tally={tally} />
      <DurationChip filters={filters} onChange={onChange} />
      {FACETS.map((facet) => (
        <FacetChip key={facet} facet={facet} filters={filters} onChange={onChange} tally={tally} />
      ))}
      {isFiltered(filters) ? (
        <Button look="quiet" className="h-6!" onClick={() => onChange(NO_FILTERS)}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </search>
  );
});

function FindField({ filters, onChange, finder }: Omit<FilterBarProps, 'tally'>): ReactNode {
  const { t } = useTranslation('live');
  const keys = useKeysOf('list.find');
  const keyWords = useKeyWords();
  return (
    <label
      className="relative flex items-center"
      title={keys === undefined ? t('filter.findHint') : `${t('filter.findHint')} ( ${keyWords(keys)} )`}
    >
      <Search className="pointer-events-none absolute left-2 size-3.5 text-fg-3" aria-hidden />
      <span className="sr-only">{t('filter.find')}</span>
      <input
        ref={finder}
        type="search"
        value={filters.text}
        placeholder={t('filter.find')}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange({ ...filters, text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          if (filters.text === '') event.currentTarget.blur();
          else onChange({ ...filters, text: '' });
        }}
        className="h-6 w-36 rounded-full border border-control-line bg-bg ps-7 pe-2 text-sm placeholder:text-fg-3"
      />
    </label>
  );
}

type ChipProps = Omit<FilterBarProps, 'finder'>;

function RiskChip({ filters, onChange, tally }: ChipProps): ReactNode {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  if (filters.risk !== undefined) {
    const label = t('filter.riskAtLeast', { level: words.riskLevel(filters.risk) });
    return (
      <RemovableChip
        removeLabel={t('filter.remove', { filter: label })}
        onRemove={() => onChange(withFilter(filters, 'risk', undefined))}
      >
        {label}
      </RemovableChip>
    );
  }
  const entries = () => {
    const counts = tally.get();
    const atLeast = (level: number) =>
      RISK_FLOORS.filter((other) => other >= level).reduce<number>((sum, other) => sum + counts.of(`risk:${other}`), 0);
    return RISK_FLOORS.map((level) => ({
      id: String(level),
      label: t('filter.riskAtLeast', { level: words.riskLevel(level) }),
      note: t('filter.count', { count: atLeast(level) }),
      onAction: () => onChange(withFilter(filters, 'risk', level)),
    }));
  };
  return <ChipMenu label={t('filter.risk')} entries={entries} />;
}

function DurationChip({ filters, onChange }: Omit<ChipProps, 'tally'>): ReactNode {
  const { t } = useTranslation('live');
  const { minutes } = filters;
  if (minutes !== undefined) {
    const label = t('filter.minutesAtLeast', { count: minutes });
    return (
      <RemovableChip
        removeLabel={t('filter.remove', { filter: label })}
        onRemove={() => onChange(withFilter(filters, 'minutes', undefined))}
      >
        {label}
      </RemovableChip>
    );
  }
  const entries = () =>
    DURATIONS.map((count) => ({
      id: String(count),
      label: t('filter.minutesAtLeast', { count }),
      onAction: () => onChange(withFilter(filters, 'minutes', count)),
    }));
  return <ChipMenu label={t('filter.minutes')} entries={entries} />;
}

function FacetChip({ facet, filters, onChange, tally }: ChipProps & { readonly facet: Facet }): ReactNode {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const name = t(`filter.${facet}`);
  const chosen = filters[facet];
  if (chosen !== undefined) {
    const label = t('filter.is', { facet: name, value: words[facet](chosen) });
    return (
      <RemovableChip
        removeLabel={t('filter.remove', { filter: label })}
        onRemove={() => onChange(withFilter(filters, facet, undefined))}
      >
        {label}
      </RemovableChip>
    );
  }
  const entries = () =>
    tally
      .get()
      .under(`${facet}:`)
      .map(({ key, count }) => ({
        id: key,
        label: words[facet](key),
        note: t('filter.count', { count }),
        onAction: () => onChange(withFilter(filters, facet, key)),
      }));
  return <ChipMenu label={name} entries={entries} />;
}

interface ChipMenuProps {
  readonly label: string;
  readonly entries: () => readonly MenuEntry[];
}

function ChipMenu({ label, entries }: ChipMenuProps): ReactNode {
  const { t } = useTranslation('live');
  const none = { id: 'none', label: t('filter.nothing'), disabled: true, onAction: () => undefined };
  const offered = () => {
    const made = entries();
    return made.length === 0 ? [none] : made;
  };
  return (
    <MenuButton
      label={label}
      entries={offered}
      className="h-6! rounded-full! border-line-strong! bg-transparent! px-2.5! text-sm! gap-1!"
    >
      {label}
      <ChevronDown className="size-3 text-fg-3" aria-hidden />
    </MenuButton>
  );
}
