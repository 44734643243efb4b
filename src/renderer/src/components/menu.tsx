import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import type { MenuEntry } from './menu-entry.ts';

export type { MenuEntry };

const loadOverlays = () => import('./overlays.tsx');
const MenuPopover = lazy(async () => ({ default: (await loadOverlays()).MenuPopover }));

export interface MenuButtonProps {
  /** Accessible name of the menu, and of the button where its content has none. */
  readonly label: string;
  /** As a function: made when the menu opens, for entries that change more often than anybody looks at them. */
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
  /** What the button shows. */
  readonly children: ReactNode;
  readonly header?: ReactNode;
  readonly align?: 'start' | 'end';
  readonly className?: string;
  /** The button shows only an icon or initials: name it by `label`. */
  readonly iconOnly?: boolean;
}

/** A button that opens a menu. The menu's code is fetched when the pointer or focus reaches the button. */
export function MenuButton({
  label,
  entries,
  children,
  header,
  align = 'start',
  className = '',
  iconOnly = false,
}: MenuButtonProps): ReactNode {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        ref={trigger}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={iconOnly ? label : undefined}
        onPointerEnter={() => void loadOverlays()}
        onFocus={() => void loadOverlays()}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
        className={`inline-flex h-7 items-center gap-2 rounded-md border border-line-strong bg-raised px-3 text-md hover:bg-hover ${className}`}
      >
        {children}
      </button>
      {open ? (
        <Suspense fallback={null}>
          <MenuPopover
            trigger={trigger}
            label={label}
            entries={typeof entries === 'function' ? entries() : entries}
            header={header}
            align={align}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
