import { Command } from 'cmdk';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { pressedKeys } from '../actions/key-press.ts';
import { type Action, GROUPS, useActionWords } from '../actions/offered.ts';
import { keysOf, rankOf } from '../actions/shortcuts.ts';
import { KeyHint } from '../components/key-hint.tsx';
import { usePreferences } from './session-context.tsx';

interface PaletteProps {
  readonly actions: readonly Action[];
  readonly onClose: () => void;
}

/** The command palette. cmdk's own dialog injects styles that the CSP refuses, so the modal is react-aria's. */
export function Palette({ actions, onClose }: PaletteProps): ReactNode {
  const { t } = useTranslation(['shell', 'actions']);
  const chosen = usePreferences().preferences.shortcuts;
  const [query, setQuery] = useState('');
  const listed = actions.filter(({ id, release }) => id !== 'palette.open' && release === undefined);
  const groups = GROUPS.map((group) => ({
    name: t(`actions:group.${group}`),
    actions: listed.filter((action) => action.group === group).sort(byUse),
  })).filter((group) => group.actions.length > 0);
  const onKeyDown = (event: KeyboardEvent) => {
    // The keys that open it close it as well.
    if (pressedKeys(event.nativeEvent) !== keysOf('palette.open', chosen)) return;
    event.preventDefault();
    onClose();
  };
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
          <Command label={t('palette')} loop onKeyDown={onKeyDown}>
            <Command.Input
              autoFocus
              value={query}
              onValueChange={setQuery}
              placeholder={t('palette')}
              className="h-11 w-full border-b bg-transparent px-4 text-lg outline-none placeholder:text-fg-3"
            />
            <Command.List className="max-h-96 overflow-auto p-1">
              <Command.Empty className="px-3 py-6 text-center text-fg-2">{t('paletteEmpty', { query })}</Command.Empty>
              {groups.map((group) => (
                <Command.Group
                  key={group.name}
                  heading={group.name}
                  className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-fg-3"
                >
                  {group.actions.map((action) => (
                    <Item key={action.id} action={action} keys={keysOf(action.id, chosen)} onClose={onClose} />
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

/** What can be done first; then as everywhere. */
function byUse(a: Action, b: Action): number {
  const blocked = ({ disabledReason }: Action) => Number(disabledReason !== undefined);
  return blocked(a) - blocked(b) || rankOf(a.id) - rankOf(b.id);
}

interface ItemProps {
  readonly action: Action;
  readonly keys: string | undefined;
  readonly onClose: () => void;
}

function Item({ action, keys, onClose }: ItemProps): ReactNode {
  const { keywords, disabledReason, run } = action;
  const label = useActionWords()(action);
  return (
    <Command.Item
      value={`${label} ${action.id}`}
      keywords={[...(keywords ?? [])]}
      disabled={disabledReason !== undefined}
      onSelect={() => {
        // At once: cmdk tells of Enter by an event that React does not hurry for, and until the modal's effects are undone
        // nothing in the page takes the focus, so that the next key would be lost.
        flushSync(onClose);
        // After the palette has given the focus back, so that an action may take it elsewhere.
        requestAnimationFrame(() => requestAnimationFrame(run));
      }}
      className="flex min-h-8 items-center gap-2 rounded-md px-3 py-1 data-[disabled=true]:text-fg-3 data-[selected=true]:bg-selected"
    >
      <span className="min-w-0 flex-1">
        <span className="block truncate">{label}</span>
        {disabledReason === undefined ? null : <span className="block text-xs text-fg-3">{disabledReason}</span>}
      </span>
      {keys === undefined ? null : <KeyHint keys={keys} />}
    </Command.Item>
  );
}
