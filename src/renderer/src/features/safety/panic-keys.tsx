import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/models/failure.ts';
import type { PanicView } from '../../../../shared/models/panic.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { acceleratorOf, acceleratorWords } from '../../components/accelerator.ts';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { TextField } from '../../components/fields.tsx';

/** The keys that pause everything, as this computer names them; other ones are taken by pressing them. */
export function PanicKeys({ view }: { readonly view: PanicView }): ReactNode {
  const { t, i18n } = useTranslation('safety');
  const [keys, setKeys] = useState(view.shortcut);
  const [failure, setFailure] = useState<Failure>();
  const save = () => {
    setFailure(undefined);
    call((api) => api.panic.setShortcut({ keys })).catch((thrown: unknown) => setFailure(failureOf(thrown)));
  };
  const take = (event: KeyboardEvent<HTMLInputElement>) => {
    const pressed = acceleratorOf(event.nativeEvent);
    if (pressed !== undefined) setKeys(pressed);
    else if (event.key === 'Backspace' || event.key === 'Delete') setKeys('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const works = view.shortcut !== '' && view.shortcutWorks;
  const said = view.shortcut === '' ? 'panic.noKeys' : works ? 'panic.keysWork' : 'panic.keysTaken';
  return (
    <form
      className="flex flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="flex flex-wrap items-end gap-3">
        <div className="w-72">
          <TextField
            label={t('panic.keys')}
            aria-description={t('panic.keysHelp')}
            value={acceleratorWords(keys, i18n.language)}
            onKeyDown={take}
            // Keys are pressed, not typed.
            onChange={() => undefined}
          />
        </div>
        <Button submit disabledReason={keys === view.shortcut ? t('panic.sameKeys') : undefined}>
          {t('panic.saveKeys')}
        </Button>
      </div>
      <p className="text-sm text-fg-3">{t('panic.keysHelp')}</p>
      <p role="status" className={`text-sm ${works ? 'text-fg-2' : 'text-warn'}`}>
        {t(said, { keys: acceleratorWords(view.shortcut, i18n.language) })}
      </p>
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
    </form>
  );
}
