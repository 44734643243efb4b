import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/models/failure.ts';
import { usePreferences, useSession } from '../../app/session-context.tsx';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { useScreenReady } from '../../bridge/screen-ready.ts';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { PasteToken } from './paste-token.tsx';
import { Waiting } from './waiting.tsx';

export interface SignInScreenProps {
  readonly mark: ReactNode;
  /** The form about the instance: its main button stores what was typed, then calls `onSaved`. */
  readonly renderForm: (form: {
    readonly action: string;
    readonly onSaved: () => Promise<void>;
    readonly children: ReactNode;
  }) => ReactNode;
}

/** Signed out, or on the way in. */
export function SignInScreen({ mark, renderForm }: SignInScreenProps): ReactNode {
  const { t } = useTranslation(['signIn', 'shell']);
  const session = useSession();
  const [pasting, setPasting] = useState(false);
  const [thrown, setThrown] = useState<Failure>();
  useScreenReady(session.kind, session.kind === 'signed-out');
  const failure = session.kind === 'signed-out' ? (session.failure ?? thrown) : undefined;

  const signIn = async () => {
    setThrown(undefined);
    try {
      await call((api) => api.session.signIn());
    } catch (error) {
      // Main puts the same failure on the session; this one is shown only if it could not.
      setThrown(failureOf(error));
    }
  };

  return (
    <main className="flex h-full items-start justify-center overflow-auto px-6 py-[8vh]">
      <div className="flex w-full max-w-120 flex-col gap-5">
        <header className="flex flex-col gap-2">
          <div className="flex items-center justify-between">
            {mark}
            <LanguageSwitch />
          </div>
          <h1 className="mt-2 text-2xl font-semibold">{t('title')}</h1>
          <p className="text-fg-2">{t('intro')}</p>
        </header>
        {failure === undefined ? null : <ErrorPanel failure={failure} />}
        {session.vault.problem === undefined ? null : (
          <p role="status" className="rounded-md border border-warn px-3 py-2">
            {t(`shell:vault.${session.vault.problem}`)}
          </p>
        )}
        <section className="rounded-lg border bg-surface p-5">
          {session.kind === 'signing-in' ? (
            <Waiting step={session.step} deadline={session.deadline} />
          ) : (
            renderForm({
              action: t('signIn'),
              onSaved: signIn,
              children: (
                <Button look="quiet" className="-ml-3" onClick={() => setPasting(true)}>
                  {t('pasteInstead')}
                </Button>
              ),
            })
          )}
        </section>
      </div>
      {pasting ? <PasteToken onClose={() => setPasting(false)} /> : null}
    </main>
  );
}

function LanguageSwitch(): ReactNode {
  const { language, change } = usePreferences();
  const other = language === 'en' ? 'fr' : 'en';
  return (
    <Button look="quiet" lang={other} onClick={() => void change({ language: other }).catch(() => undefined)}>
      {other === 'fr' ? 'Français' : 'English'}
    </Button>
  );
}
