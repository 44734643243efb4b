import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createFakeBridge } from '../../../testing/fake-bridge.ts';
import type { FakeState } from '../../../testing/fake-types.ts';
import { SessionProvider } from '../../app/session-context.tsx';
import { createQueryClient } from '../../bridge/query-client.ts';
import { createI18n } from '../../i18n/i18n.ts';
import { LiveView } from './live-view.tsx';

/** Live View on a fake bridge without the frame: which conversation is open is plain state. For tests. */
export function renderLiveView(start: Partial<FakeState>) {
  const fake = createFakeBridge(start);
  globalThis.dialai = fake.api;
  const screen = render(
    <I18nextProvider i18n={createI18n('en')}>
      <QueryClientProvider client={createQueryClient()}>
        <SessionProvider waiting={null} failed={(failure) => failure.message}>
          <Holder />
        </SessionProvider>
      </QueryClientProvider>
    </I18nextProvider>,
  );
  return { fake, ...screen };
}

function Holder(): ReactNode {
  const [id, setId] = useState<string>();
  return <LiveView tenant="northwind" id={id} onOpen={setId} onShowReport={() => undefined} />;
}
