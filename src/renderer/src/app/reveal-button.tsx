import { Eye, EyeOff } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeysOf } from '../actions/use-action-keys.ts';
import { IconButton } from '../components/button.tsx';
import { isRevealed, reveal, subscribeReveal } from '../lib/reveal.ts';
import { usePreferences } from './session-context.tsx';

const hide = () => reveal(false);

/** Shows names and numbers in the whole window for as long as it is held, by pointer or by key. */
export function RevealButton(): ReactNode {
  const { t } = useTranslation('actions');
  const shown = useSyncExternalStore(subscribeReveal, isRevealed);
  const keys = useKeysOf('contacts.reveal');
  const { mask } = usePreferences().preferences;
  useEffect(() => hide, []);
  if (mask === 'none') return null;
  const Icon = shown ? Eye : EyeOff;
  const holds = (event: KeyboardEvent) => event.key === ' ' || event.key === 'Enter';
  return (
    <IconButton
      label={t('do.contacts.reveal')}
      shortcut={keys}
      aria-pressed={shown}
      onPointerDown={(event) => {
        // Also when the pointer leaves the button before it is let go.
        event.currentTarget.setPointerCapture(event.pointerId);
        reveal(true);
      }}
      onPointerUp={hide}
      onPointerCancel={hide}
      onLostPointerCapture={hide}
      onKeyDown={(event) => {
        if (!holds(event)) return;
        event.preventDefault();
        reveal(true);
      }}
      onKeyUp={(event) => {
        if (holds(event)) hide();
      }}
      onBlur={hide}
    >
      <Icon className="icon" aria-hidden />
    </IconButton>
  );
}
