import { Command } from 'cmdk';
import { type ReactNode, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../components/key-hint.tsx';
import { usePaletteCommands } from './palette-commands.ts';
import { SignOutDialog } from './sign-out-dialog.tsx';

/** The command palette. cmdk's own dialog injects styles that the CSP refuses, so the modal is react-aria's. */
export function Palette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('shell');
  const [query, setQuery] = useState('');
  const [leaving, setLeaving] = useState(false);
  const groups = usePaletteCommands(() => setLeaving(true));
  if (leaving) return <SignOutDialog onClose={onClose} />;
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="fixed inset-0 z-40 flex items-start justify-center bg-scrim p-6 pt-[12vh]"
    >
      <Modal className="w-full max-w-xl overflow-hidden rounded-lg border border-line-strong bg-raised shadow-overlay">
        <Dialog aria-label={t('palette')} className="outline-none">
          <Command label={t('palette')} loop>
            <Command.Input
              autoFocus
              value={query}
              onValueChange={setQuery}
              placeholder={t('palette')}
              className="h-11 w-full border-b bg-transparent px-4 text-lg outline-none placeholder:text-fg-3"
            />
            <Command.List className="max-h-96 overflow-auto p-1">
              <Command.Empty className="px-3 py-6 text-center text-fg-2">{t('paletteEmpty', { query })}</Command.Empty>
              {groups
                .filter((group) => group.commands.length > 0)
                .map((group) => (
                  <Command.Group
                    key={group.label}
                    heading={group.label}
                    className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-fg-3"
                  >
                    {group.commands.map((command) => (
                      <Command.Item
                        key={command.id}
                        value={command.label}
                        keywords={[...command.keywords]}
                        onSelect={() => {
                          if (command.id !== 'sign-out') onClose();
                          command.run();
                        }}
                        className="flex h-8 items-center gap-2 rounded-md px-3 data-[selected=true]:bg-selected"
                      >
                        <span className="min-w-0 flex-1 truncate">{command.label}</span>
                        {command.shortcut === undefined ? null : <KeyHint keys={command.shortcut} />}
                      </Command.Item>
                    ))}
                  </Command.Group>
                ))}
            </Command.List>
          </Command>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
