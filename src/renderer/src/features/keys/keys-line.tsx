import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isReserved, pressedKeys } from '../../actions/key-press.ts';
import { type Chosen, conflictOf, keysOf, type Shortcut } from '../../actions/shortcuts.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { KeyHint, useKeyWords } from '../../components/key-hint.tsx';
import { useShortcutWords } from './use-shortcut-words.ts';

interface KeysLineProps {
  readonly shortcut: Shortcut;
  readonly chosen: Chosen;
  /** Other keys, '' for none, undefined for what it had at first. */
  readonly onChoose: (keys: string | undefined) => void;
  /** Keys that belong to another action, which loses them. */
  readonly onTake: (keys: string, from: string) => void;
}

/** One action with its keys; pressing Change listens for others. */
export function KeysLine({ shortcut, chosen, onChoose, onTake }: KeysLineProps): ReactNode {
  const { t } = useTranslation('keys');
  const keyWords = useKeyWords();
  const [listening, setListening] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const words = useShortcutWords();
  const action = words(shortcut);
  const { id } = shortcut;
  const keys = keysOf(id, chosen);
  const stop = () => {
    setListening(false);
    // The field that listened is gone; the focus goes on where it came from.
    requestAnimationFrame(() => change.current?.focus());
  };
  const tell = (next: string) =>
    announce(next === '' ? t('cleared', { action }) : t('set', { action, keys: keyWords(next) }));
  return (
    <li className="flex min-h-8 break-inside-avoid flex-wrap items-center gap-2 border-b py-1">
      <span className="min-w-0 flex-1">{action}</span>
      {id in chosen ? <span className="text-xs text-fg-3 print:hidden">{t('yours')}</span> : null}
      {keys === undefined ? <span className="text-fg-3">{t('noKeys')}</span> : <KeyHint keys={keys} />}
      {listening ? (
        <Listener
          shortcut={shortcut}
          chosen={chosen}
          onDone={(next, from) => {
            if (from === undefined) onChoose(next);
            else onTake(next, from);
            tell(next);
            stop();
          }}
          onStop={stop}
        />
      ) : (
        <span className="flex gap-1 print:hidden">
          <Button ref={change} look="quiet" aria-label={t('changeOf', { action })} onClick={() => setListening(true)}>
            {t('change')}
          </Button>
          {id in chosen ? (
            <Button
              look="quiet"
              aria-label={t('resetOf', { action, keys: shortcut.keys === '' ? t('noKeys') : keyWords(shortcut.keys) })}
              onClick={() => onChoose(undefined)}
            >
              {t('reset')}
            </Button>
          ) : null}
        </span>
      )}
    </li>
  );
}

interface ListenerProps {
  readonly shortcut: Shortcut;
  readonly chosen: Chosen;
  readonly onDone: (keys: string, from?: string) => void;
  readonly onStop: () => void;
}

/** Listens for keys; says at once what they cannot be, or whose they are. */
function Listener({ shortcut, chosen, onDone, onStop }: ListenerProps): ReactNode {
  const { t } = useTranslation('keys');
  const words = useShortcutWords();
  const keyWords = useKeyWords();
  const field = useRef<HTMLInputElement>(null);
  const [pressed, setPressed] = useState('');
  useEffect(() => field.current?.focus(), []);
  const holder = pressed === '' ? undefined : conflictOf(shortcut.id, pressed, chosen);
  const problem =
    pressed === ''
      ? undefined
      : holder === undefined
        ? t('reserved', { keys: keyWords(pressed) })
        : t('taken', { keys: keyWords(pressed), action: words(holder) });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    // The console's own keys are heard further up, on the window.
    event.stopPropagation();
    if (event.key === 'Escape') return onStop();
    if (event.key === 'Backspace') return onDone('');
    const keys = pressedKeys(event.nativeEvent);
    if (keys === undefined) return;
    if (isReserved(keys) || conflictOf(shortcut.id, keys, chosen) !== undefined) setPressed(keys);
    else onDone(keys);
  };
  return (
    <span className="flex w-full flex-wrap items-center gap-2 print:hidden">
      <input
        ref={field}
        readOnly
        aria-label={t('changeOf', { action: words(shortcut) })}
        aria-describedby={`press-${shortcut.id}`}
        value={keyWords(pressed)}
        onKeyDown={onKeyDown}
        className="h-7 w-36 rounded-md border border-accent bg-bg px-2 font-mono text-sm"
      />
      <span id={`press-${shortcut.id}`} className="text-sm text-fg-2">
        {t('press')}
      </span>
      {problem === undefined ? null : (
        <span role="alert" className="w-full text-sm text-warn">
          {problem}{' '}
          {holder === undefined ? null : (
            <Button className="ms-2" onClick={() => onDone(pressed, holder.id)}>
              {t('takeThem')}
            </Button>
          )}
        </span>
      )}
    </span>
  );
}
