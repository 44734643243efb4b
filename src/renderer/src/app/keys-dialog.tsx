import { useNavigate, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FIXED_KEYS } from '../actions/fixed-keys.ts';
import { type Action, GROUPS, useActionWords } from '../actions/offered.ts';
import { keysOf, rankOf } from '../actions/shortcuts.ts';
import { Button } from '../components/button.tsx';
import { Dialog, DialogButtons } from '../components/dialog.tsx';
import { KeyHint } from '../components/key-hint.tsx';
import { usePreferences } from './session-context.tsx';

interface KeysDialogProps {
  readonly actions: readonly Action[];
  readonly onClose: () => void;
}

/** The keys that do something here and now; all of them, to be changed or printed, are on a page of their own. */
export function KeysDialog({ actions, onClose }: KeysDialogProps): ReactNode {
  const { t } = useTranslation(['shell', 'actions', 'common']);
  const chosen = usePreferences().preferences.shortcuts;
  const words = useActionWords();
  const navigate = useNavigate();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const sorted = actions.toSorted((a, b) => rankOf(a.id) - rankOf(b.id));
  const groups = GROUPS.flatMap((group) => {
    const keyed = sorted.flatMap((action) => {
      const keys = action.group === group ? keysOf(action.id, chosen) : undefined;
      return keys === undefined ? [] : [{ id: action.id, label: words(action), keys: [keys] }];
    });
    return keyed.length === 0 ? [] : [{ name: t(`actions:group.${group}`), keyed }];
  });
  const fixed = path.startsWith('/live')
    ? [
        {
          name: t('actions:fixed.title'),
          keyed: FIXED_KEYS.map(([id, keys]) => ({ id, label: t(`actions:fixed.${id}`), keys })),
        },
      ]
    : [];
  return (
    <Dialog title={t('keysTitle')} width="wide" onClose={onClose}>
      <div className="columns-2 gap-6">
        {[...groups, ...fixed].map(({ name, keyed }) => (
          <section key={name} className="mb-3 break-inside-avoid-column">
            <h3 className="mb-1 text-xs font-semibold tracking-wider text-fg-3 uppercase">{name}</h3>
            <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-3 gap-y-1">
              {keyed.map(({ id, label, keys }) => (
                <div key={id} className="contents">
                  <dt className="flex max-w-24 flex-wrap gap-1">
                    {keys.map((key) => (
                      <KeyHint key={key} keys={key} />
                    ))}
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <DialogButtons>
        {path.startsWith('/torn/') || path.startsWith('/wall/') ? null : (
          <Button
            onClick={() => {
              onClose();
              void navigate({ to: '/keys' });
            }}
          >
            {t('keysChange')}
          </Button>
        )}
        <Button onClick={onClose}>{t('common:close')}</Button>
      </DialogButtons>
    </Dialog>
  );
}
