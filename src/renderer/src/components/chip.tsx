import { X } from 'lucide-react';
import type { ReactNode } from 'react';

export type ChipTone = 'neutral' | 'accent' | 'ok' | 'warn' | 'danger' | 'human';

const tones: Readonly<Record<ChipTone, string>> = {
  neutral: 'border-line-strong text-fg',
  accent: 'border-accent text-fg bg-selected',
  ok: 'border-line-strong text-ok',
  warn: 'border-warn text-warn',
  danger: 'border-danger text-danger',
  human: 'border-human text-human',
};

const base = 'inline-flex h-6 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-full border px-2.5 text-sm';

/** A small fact, not pressable. */
export function Chip({
  tone = 'neutral',
  children,
}: {
  readonly tone?: ChipTone;
  readonly children: ReactNode;
}): ReactNode {
  return <span className={`${base} ${tones[tone]}`}>{children}</span>;
}

export interface ToggleChipProps {
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A chip that is on or off, such as a filter. */
export function ToggleChip({ pressed, onPress, children }: ToggleChipProps): ReactNode {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={`${base} ${pressed ? tones.accent : `${tones.neutral} hover:bg-hover`}`}
    >
      {children}
    </button>
  );
}

/** A chip that can be taken away; `removeLabel` names what that does. */
export function RemovableChip({
  onRemove,
  removeLabel,
  children,
}: {
  readonly onRemove: () => void;
  readonly removeLabel: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className={`${base} ${tones.accent} pr-1`}>
      {children}
      <button type="button" aria-label={removeLabel} onClick={onRemove} className="rounded-full p-0.5 hover:bg-hover">
        <X className="size-3" aria-hidden />
      </button>
    </span>
  );
}
