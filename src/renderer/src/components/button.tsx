import type { ComponentPropsWithRef, ReactNode } from 'react';
import { KeyHint } from './key-hint.tsx';
import { Tooltip } from './tooltip.tsx';

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

type NativeButton = Omit<ComponentPropsWithRef<'button'>, 'type' | 'disabled' | 'title'>;

export interface ButtonProps extends NativeButton {
  readonly look?: ButtonLook;
  /** Shows that the button cannot be pressed now; the reason is its tooltip. It stays focusable, so that the reason can be read. */
  readonly disabledReason?: string | undefined;
  /** True while what the button does is under way: a second press does nothing. */
  readonly busy?: boolean;
  /** The shortcut that does the same, e.g. `T` or `Mod+K`; shown in the tooltip. */
  readonly shortcut?: string | undefined;
  /** What it does, where the label is not enough. */
  readonly hint?: string;
  readonly submit?: boolean;
}

const looks: Readonly<Record<ButtonLook, string>> = {
  primary: 'bg-accent text-on-accent border-transparent font-semibold hover:bg-accent-strong',
  plain: 'bg-raised text-fg border-line-strong hover:bg-hover',
  quiet: 'bg-transparent text-fg-2 border-transparent hover:bg-hover hover:text-fg',
  danger: 'bg-transparent text-danger border-danger hover:bg-hover',
};

const base =
  'inline-flex h-7 shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-md border px-3 text-md transition-colors duration-100 select-none';
const off =
  'aria-disabled:cursor-not-allowed aria-disabled:bg-transparent aria-disabled:border-line aria-disabled:text-fg-3';

/** A button. Its words are a verb that names the effect. */
export function Button(props: ButtonProps): ReactNode {
  const {
    look = 'plain',
    disabledReason,
    busy = false,
    shortcut,
    hint,
    submit = false,
    className = '',
    onClick,
    children,
    ...rest
  } = props;
  const blocked = busy || disabledReason !== undefined;
  const button = (
    <button
      {...rest}
      type={submit ? 'submit' : 'button'}
      aria-disabled={blocked || undefined}
      aria-busy={busy || undefined}
      className={`${base} ${blocked ? off : looks[look]} ${className}`}
      onClick={(event) => {
        if (blocked) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
  const tip = disabledReason ?? hint;
  // Always inside of it: a button that becomes possible must stay the same element, or the focus would be lost.
  return (
    <Tooltip
      text={
        tip === undefined && shortcut === undefined ? undefined : (
          <>
            {tip ?? children} {shortcut === undefined ? null : <KeyHint keys={shortcut} />}
          </>
        )
      }
    >
      {button}
    </Tooltip>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'hint'> {
  /** Its accessible name and tooltip. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A button that shows only an icon; its name is in the tooltip and for assistive technology. */
export function IconButton({ label, look = 'quiet', className = '', children, ...rest }: IconButtonProps): ReactNode {
  return (
    <Button {...rest} look={look} hint={label} aria-label={label} className={`w-7 px-0! ${className}`}>
      {children}
    </Button>
  );
}
