import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogButtons } from '../../components/dialog.tsx';
import { KeyHint } from '../../components/key-hint.tsx';

const KEYS = [
  [['↓', 'J'], 'down'],
  [['↑', 'K'], 'up'],
  [['Home', 'End'], 'ends'],
  [['Enter'], 'open'],
  [['Space'], 'select'],
  [['P'], 'pin'],
  [['Mod+C'], 'copy'],
  [['Alt+←', 'Alt+→'], 'resize'],
  [['Esc'], 'back'],
  [['/'], 'find'],
  [['.'], 'renew'],
  [['T'], 'takeOver'],
  [['R'], 'reply'],
  [['Mod+J'], 'canned'],
  [['?'], 'keys'],
] as const;

/** The keys of Live View. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('live');
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1.5">
        {KEYS.map(([keys, name]) => (
          <div key={name} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <KeyHint key={key} keys={key} />
              ))}
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <DialogButtons>
        <Button onClick={onClose}>{t('keys.close')}</Button>
      </DialogButtons>
    </Dialog>
  );
}
