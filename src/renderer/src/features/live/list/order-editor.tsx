import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/button.tsx';

export interface OrderItem {
  readonly id: string;
  readonly label: string;
  readonly on: boolean;
}

interface OrderEditorProps {
  readonly label: string;
  readonly items: readonly OrderItem[];
  readonly onChange: (items: readonly OrderItem[]) => void;
}

/** A list whose entries are switched on and off and moved up and down. */
export function OrderEditor({ label, items, onChange }: OrderEditorProps): ReactNode {
  const { t } = useTranslation('live');
  const swap = (at: number, to: number) => {
    const next = [...items];
    const [one, other] = [next[at], next[to]];
    if (one === undefined || other === undefined) return;
    next[at] = other;
    next[to] = one;
    onChange(next);
  };
  return (
    <ol aria-label={label} className="flex max-h-96 flex-col overflow-auto rounded-md border border-line">
      {items.map((item, at) => (
        <li key={item.id} className="flex items-center gap-2 border-b border-line px-2 py-0.5 last:border-b-0">
          <label className="flex min-w-0 flex-1 items-center gap-2">
            <input
              type="checkbox"
              checked={item.on}
              onChange={() => onChange(items.map((one) => (one === item ? { ...one, on: !one.on } : one)))}
              className="accent-accent"
            />
            <span className="truncate">{item.label}</span>
          </label>
          <IconButton
            label={t('order.up', { name: item.label })}
            disabledReason={at === 0 ? t('order.isFirst') : undefined}
            onClick={() => swap(at, at - 1)}
          >
            <ArrowUp className="size-3.5" aria-hidden />
          </IconButton>
          <IconButton
            label={t('order.down', { name: item.label })}
            disabledReason={at === items.length - 1 ? t('order.isLast') : undefined}
            onClick={() => swap(at, at + 1)}
          >
            <ArrowDown className="size-3.5" aria-hidden />
          </IconButton>
        </li>
      ))}
    </ol>
  );
}
