import { Search } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeysOf } from '../actions/use-action-keys.ts';
import { Chip } from '../components/chip.tsx';
import { KeyHint } from '../components/key-hint.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Clock } from './clock.tsx';
import { HubChip } from './hub-chip.tsx';
import { usePalette } from './palette-provider.tsx';
import { ProductMark } from './product-mark.tsx';
import { RevealButton } from './reveal-button.tsx';
import { useSignedIn } from './session-context.tsx';
import { TenantSwitcher } from './tenant-switcher.tsx';

/** Comes with its dialog right after the frame: the first picture does not wait for it. */
const PanicButton = lazy(async () => ({ default: (await import('./panic-button.tsx')).PanicButton }));

/** Product, tenant, connection, palette, clock, account: 44 px that say where one is. */
export function TopBar(): ReactNode {
  const { t } = useTranslation('shell');
  const { embedded } = useSignedIn();
  const palette = usePalette();
  const keys = useKeysOf('palette.open');
  return (
    <header className="isolate col-span-2 flex print:hidden min-w-0 items-center gap-3 border-b bg-surface pr-3">
      <div className="flex w-52 shrink-0 items-center gap-2 px-4 font-semibold">
        <ProductMark />
        {t('product')}
      </div>
      <TenantSwitcher />
      <HubChip />
      {embedded ? <Chip tone="warn">{t('demo')}</Chip> : null}
      <button
        type="button"
        onClick={palette.open}
        onPointerEnter={palette.preload}
        onFocus={palette.preload}
        className="ml-auto flex h-7 w-80 min-w-40 items-center gap-2 rounded-md border border-line-strong bg-raised px-2.5 text-left text-fg-3 hover:bg-hover"
      >
        <Search className="icon" aria-hidden />
        <span className="min-w-0 flex-1 truncate">{t('palette')}</span>
        {keys === undefined ? null : <KeyHint keys={keys} />}
      </button>
      <Suspense fallback={null}>
        <PanicButton />
      </Suspense>
      <RevealButton />
      <Clock />
      <AccountMenu />
    </header>
  );
}
