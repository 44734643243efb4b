import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createQueryClient } from '../bridge/query-client.ts';
import { Announcer } from '../components/announcer.tsx';
import { ErrorPanel } from '../components/error-panel.tsx';
import { ApplyLook } from './apply-look.tsx';
import type { ConsoleRouter } from './router.tsx';
import { SessionProvider, useSession } from './session-context.tsx';
import { VaultQuestion } from './vault-question.tsx';

const SignedOut = lazy(async () => ({ default: (await import('./signed-out.tsx')).SignedOut }));

export interface ConsoleProps {
  readonly i18n: i18n;
  readonly router: ConsoleRouter;
}

/** A session that comes back sooner shows no step of its way; the sign-in page would only flash. */
const PATIENCE_MS = 400;

/** The whole window: providers, then either signing in or the frame with its views. */
export function Console({ i18n, router }: ConsoleProps): ReactNode {
  const [queries] = useState(createQueryClient);
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <Announcer />
        <SessionProvider
          waiting={null}
          failed={(failure) => (
            <main className="h-full overflow-auto p-10">
              <ErrorPanel shape="panel" failure={failure} />
            </main>
          )}
        >
          <ApplyLook />
          <Screens router={router} queries={queries} />
          <VaultQuestion />
        </SessionProvider>
      </QueryClientProvider>
    </I18nextProvider>
  );
}

function Screens({ router, queries }: { readonly router: ConsoleRouter; readonly queries: QueryClient }): ReactNode {
  const session = useSession();
  const owner = session.kind === 'signed-in' ? session.user.id : undefined;
  // What one person read is not there for the next who signs in at this window.
  useEffect(() => (owner === undefined ? undefined : () => queries.clear()), [owner, queries]);
  const [first] = useState(session.kind);
  const waited = useWaited(PATIENCE_MS);
  if (session.kind === 'signed-in') return <RouterProvider router={router} />;
  if (session.kind === 'signing-in' && first === 'signing-in' && !waited) return null;
  return (
    <Suspense fallback={null}>
      <SignedOut />
    </Suspense>
  );
}

/** Whether so many milliseconds have passed since this was first drawn. */
function useWaited(ms: number): boolean {
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return waited;
}
