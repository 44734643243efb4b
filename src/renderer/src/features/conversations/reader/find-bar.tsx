import { ChevronDown, ChevronUp, Frown } from 'lucide-react';
import { type ReactNode, type Ref, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/button.tsx';
import { TextField } from '../../../components/fields.tsx';
import type { TimelineItem } from '../parts.ts';
import { dipsOf, nextPlace, placesOf } from './find-places.ts';

interface FindBarProps {
  readonly items: readonly TimelineItem[];
  readonly field: Ref<HTMLInputElement>;
  readonly onGo: (index: number) => void;
}

/** Finds within a transcript, and jumps to where the customer sounds unhappy. */
export function FindBar({ items, field, onGo }: FindBarProps): ReactNode {
  const { t } = useTranslation('conversations');
  const [text, setText] = useState('');
  const [at, setAt] = useState<number>();
  const places = useMemo(() => placesOf(items, text), [items, text]);
  const dips = useMemo(() => dipsOf(items), [items]);
  const go = (where: readonly number[], step: 1 | -1) => {
    const next = nextPlace(where, at, step);
    setAt(next);
    if (next !== undefined) onGo(next);
  };
  const none = text.trim() === '' ? t('findFirst') : places.length === 0 ? t('notFound') : undefined;
  return (
    <div className="flex items-end gap-1 border-b border-line px-4 py-1.5">
      <div className="min-w-0 flex-1">
        <TextField
          label={t('find')}
          labelHidden
          placeholder={t('find')}
          ref={field}
          value={text}
          maxLength={200}
          onChange={(value) => {
            setText(value);
            setAt(undefined);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') go(places, event.shiftKey ? -1 : 1);
          }}
        />
      </div>
      <span role="status" className="w-14 self-center text-end text-sm text-fg-3">
        {text.trim() === '' ? '' : `${at === undefined ? 0 : places.indexOf(at) + 1}/${places.length}`}
      </span>
      <IconButton label={t('findBefore')} disabledReason={none} onClick={() => go(places, -1)}>
        <ChevronUp className="icon" aria-hidden />
      </IconButton>
      <IconButton label={t('findNext')} disabledReason={none} onClick={() => go(places, 1)}>
        <ChevronDown className="icon" aria-hidden />
      </IconButton>
      <IconButton
        label={t('nextDip', { count: dips.length })}
        disabledReason={dips.length === 0 ? t('noDips') : undefined}
        onClick={() => go(dips, 1)}
      >
        <Frown className="icon" aria-hidden />
      </IconButton>
    </div>
  );
}
