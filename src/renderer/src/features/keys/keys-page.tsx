import { Printer, RotateCcw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/models/failure.ts';
import { FIXED_KEYS } from '../../actions/fixed-keys.ts';
import { choose, keysOf, SCOPES, type Shortcut, shortcuts } from '../../actions/shortcuts.ts';
import { usePreferences } from '../../app/session-context.tsx';
import { failureOf } from '../../bridge/failure.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/dialog.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { TextField } from '../../components/fields.tsx';
import { KeyHint, useKeyWords } from '../../components/key-hint.tsx';
import { Page, Section } from '../../components/page.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import { KeysLine } from './keys-line.tsx';
import { texts } from './texts.ts';
import { useShortcutWords } from './use-shortcut-words.ts';

/** All keys: to look up, to change, to print and hang beside the screen. */
export function KeysPage(): ReactNode {
  useLateTexts('keys', texts);
  const { t } = useTranslation(['keys', 'actions']);
  const { preferences, change } = usePreferences();
  const chosen = preferences.shortcuts;
  const words = useShortcutWords();
  const keyWords = useKeyWords();
  const [text, setText] = useState('');
  const [resetting, setResetting] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const save = (next: Record<string, string>) => {
    setFailure(undefined);
    change({ shortcuts: next }).catch((thrown: unknown) => setFailure(failureOf(thrown)));
  };
  const wanted = text.trim().toLowerCase();
  const matches = (shortcut: Shortcut) =>
    `${words(shortcut)} ${keyWords(keysOf(shortcut.id, chosen) ?? '')}`.toLowerCase().includes(wanted);
  const groups = SCOPES.map((scope) => ({
    scope,
    lines: shortcuts.filter((shortcut) => shortcut.scope === scope && matches(shortcut)),
  })).filter(({ lines }) => lines.length > 0);
  const changed = Object.keys(chosen).length;
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <Button disabledReason={changed === 0 ? t('nothingToReset') : undefined} onClick={() => setResetting(true)}>
            <RotateCcw className="icon" aria-hidden />
            {t('resetAll')}
          </Button>
          <Button onClick={() => window.print()}>
            <Printer className="icon" aria-hidden />
            {t('print')}
          </Button>
        </>
      }
    >
      <p className="text-fg-2 print:hidden">{t('intro')}</p>
      <search className="max-w-sm print:hidden">
        <TextField label={t('find')} type="search" value={text} onChange={setText} />
      </search>
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      {groups.length === 0 ? <p className="text-fg-2">{t('none')}</p> : null}
      {groups.map(({ scope, lines }) => (
        <Section key={scope} title={t(`scope.${scope}`)}>
          <ul aria-label={t(`scope.${scope}`)} className="print:columns-2">
            {lines.map((shortcut) => (
              <KeysLine
                key={shortcut.id}
                shortcut={shortcut}
                chosen={chosen}
                onChoose={(keys) => save(choose(chosen, shortcut.id, keys))}
                onTake={(keys, from) => save(choose(choose(chosen, from, ''), shortcut.id, keys))}
              />
            ))}
          </ul>
        </Section>
      ))}
      {wanted === '' ? (
        <Section title={t('fixed')}>
          <ul aria-label={t('fixed')} className="print:columns-2">
            {FIXED_KEYS.map(([id, keys]) => (
              <li key={id} className="flex min-h-8 items-center gap-2 border-b py-1">
                <span className="min-w-0 flex-1">{t(`actions:fixed.${id}`)}</span>
                {keys.map((key) => (
                  <KeyHint key={key} keys={key} />
                ))}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {resetting ? (
        <ConfirmDialog
          title={t('resetAll')}
          action={t('resetAll')}
          onConfirm={() => change({ shortcuts: {} })}
          onClose={() => setResetting(false)}
        >
          {t('resetAllText', { count: changed })}
        </ConfirmDialog>
      ) : null}
    </Page>
  );
}
