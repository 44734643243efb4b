import type { ReactNode, RefObject } from 'react';
import {
  Dialog as AriaDialog,
  Header,
  Heading,
  I18nProvider,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  Popover,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { KeyHint } from './key-hint.tsx';
import type { MenuEntry } from './menu-entry.ts';

/** The heavy parts of menus and dialogs; loaded when the first one is opened (see menu.tsx and dialog.tsx). */
export interface MenuPopoverProps {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly header?: ReactNode;
  readonly align: 'start' | 'end';
  readonly onClose: () => void;
}

const surface = 'rounded-lg border border-line-strong bg-raised shadow-overlay';

export function MenuPopover({ trigger, label, entries, header, align, onClose }: MenuPopoverProps): ReactNode {
  const sections = sectionsOf(entries);
  return (
    <InOurLanguage>
      <Popover
        triggerRef={trigger}
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        placement={align === 'start' ? 'bottom start' : 'bottom end'}
        offset={4}
        className={`${surface} max-h-96 min-w-52 max-w-96 overflow-auto p-1 text-md outline-none`}
      >
        {header}
        <Menu aria-label={label} autoFocus="first" className="outline-none" onClose={onClose}>
          {sections.map(([section, items]) => (
            <MenuSection
              key={section}
              aria-label={section.trim() === '' ? label : section}
              className={section === ' ' ? 'mt-1 border-t pt-1' : ''}
            >
              {section.trim() === '' ? null : <Header className="px-2 pt-2 pb-1 text-xs text-fg-3">{section}</Header>}
              {items.map((entry) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.label}
                  isDisabled={entry.disabled === true}
                  onAction={() => {
                    onClose();
                    entry.onAction();
                  }}
                  className="flex items-center gap-2 rounded-md px-2 py-1 outline-none data-disabled:text-fg-3 data-focused:bg-hover"
                >
                  <span className="flex size-4 items-center justify-center text-fg-2">{entry.icon}</span>
                  <span className="min-w-0 flex-1">
                    <span className="block truncate">{entry.label}</span>
                    {entry.note === undefined ? null : <span className="block text-xs text-fg-3">{entry.note}</span>}
                  </span>
                  {entry.shortcut === undefined ? null : <KeyHint keys={entry.shortcut} />}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </InOurLanguage>
  );
}

function sectionsOf(entries: readonly MenuEntry[]): readonly (readonly [string, readonly MenuEntry[]])[] {
  const sections = new Map<string, MenuEntry[]>();
  for (const entry of entries) {
    const name = entry.section ?? '';
    const section = sections.get(name);
    if (section === undefined) sections.set(name, [entry]);
    else section.push(entry);
  }
  return [...sections];
}

export interface ModalDialogProps {
  readonly title: string;
  readonly width: 'narrow' | 'wide';
  readonly role: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
  /** Undefined: it can only be answered. */
  readonly onClose: (() => void) | undefined;
}

export function ModalDialog({ title, width, role, children, onClose }: ModalDialogProps): ReactNode {
  return (
    <InOurLanguage>
      <ModalOverlay
        isOpen
        isDismissable={role === 'dialog' && onClose !== undefined}
        isKeyboardDismissDisabled={onClose === undefined}
        onOpenChange={(open) => {
          if (!open) onClose?.();
        }}
        className="fixed inset-0 z-40 flex items-start justify-center bg-scrim p-6 pt-[12vh]"
      >
        <Modal
          className={`${surface} flex max-h-[76vh] w-full flex-col ${width === 'wide' ? 'max-w-2xl' : 'max-w-md'}`}
        >
          <AriaDialog
            role={role}
            className="flex min-h-0 flex-col gap-3 overflow-auto p-5 outline-none has-data-dialog-buttons:pb-0"
          >
            <Heading slot="title" className="text-lg font-semibold">
              {title}
            </Heading>
            {children}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </InOurLanguage>
  );
}

/** react-aria's own words (for screen readers) in the console's language rather than the system's. */
export function InOurLanguage({ children }: { readonly children: ReactNode }): ReactNode {
  const { i18n } = useTranslation();
  return <I18nProvider locale={`${i18n.language}-CA`}>{children}</I18nProvider>;
}
