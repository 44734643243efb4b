import { createContext, type ReactNode, use, useCallback, useMemo } from 'react';
import type { BridgeApi } from '../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../shared/ipc/envelope.ts';
import type { Failure } from '../../../shared/models/failure.ts';
import type { HubStatus } from '../../../shared/models/freshness.ts';
import type { PreferencesPatch, PreferencesView } from '../../../shared/models/preferences.ts';
import type { SessionState, Tenant } from '../../../shared/models/session.ts';
import { call } from '../bridge/bridge.ts';
import { type Latest, type OpenStream, useLatest } from '../bridge/stream.ts';

export type SignedIn = Extract<SessionState, { kind: 'signed-in' }>;

const SessionContext = createContext<SessionState | undefined>(undefined);
const PreferencesContext = createContext<PreferencesView | undefined>(undefined);
const WindowTenantContext = createContext<string | undefined>(undefined);
const HubContext = createContext<Latest<HubStatus>>({});

const openSession: OpenStream<SessionState> = (api, on) => api.session.state(undefined, on);
const openPreferences: OpenStream<PreferencesView> = (api, on) => api.preferences.state(undefined, on);

export interface SessionProviderProps {
  /** Shown until main has said who is signed in and what they prefer. */
  readonly waiting: ReactNode;
  /** Shown when main cannot say. */
  readonly failed: (failure: Failure) => ReactNode;
  readonly children: ReactNode;
}

/** Gives the session, the preferences and the active tenant's hub state to the whole window: one stream each. */
export function SessionProvider({ waiting, failed, children }: SessionProviderProps): ReactNode {
  const session = useLatest(openSession);
  const preferences = useLatest(openPreferences);
  const tenant = session.value?.kind === 'signed-in' ? session.value.activeTenant : undefined;
  const hub = useLatest(useHubStream(tenant));
  const failure = session.value === undefined ? session.failure : undefined;
  if (failure !== undefined) return failed(failure);
  if (session.value === undefined || preferences.value === undefined) return waiting;
  return (
    <SessionContext value={session.value}>
      <PreferencesContext value={preferences.value}>
        <HubContext value={hub}>{children}</HubContext>
      </PreferencesContext>
    </SessionContext>
  );
}

function useHubStream(tenant: string | undefined): OpenStream<HubStatus> | undefined {
  const open = useCallback(
    (api: BridgeApi, on: (batch: Envelope<HubStatus>) => void) => api.live.status({ tenant: tenant ?? '' }, on),
    [tenant],
  );
  return tenant === undefined ? undefined : open;
}

/** Makes everything below belong to one tenant, whatever tenant the main window shows: windows of their own. */
export function TenantScope({
  tenant,
  children,
}: {
  readonly tenant: string;
  readonly children: ReactNode;
}): ReactNode {
  const hub = useLatest(useHubStream(tenant));
  return (
    <WindowTenantContext value={tenant}>
      <HubContext value={hub}>{children}</HubContext>
    </WindowTenantContext>
  );
}

/** Who is signed in, or how far signing in has come. */
export function useSession(): SessionState {
  return present(use(SessionContext));
}

/** The signed-in session; throws outside of the signed-in part of the console. */
export function useSignedIn(): SignedIn {
  const session = useSession();
  if (session.kind !== 'signed-in') throw new Error('This part of the console is drawn only when signed in.');
  return session;
}

/** The tenant the window shows; undefined while signed out or without a tenant. */
export function useActiveTenant(): Tenant | undefined {
  const session = useSession();
  const own = use(WindowTenantContext);
  if (session.kind !== 'signed-in') return undefined;
  const slug = own ?? session.activeTenant;
  return session.tenants.find((tenant) => tenant.slug === slug);
}

/** What the operator prefers, the language in force, and how to change it (throws BridgeFailure). */
export function usePreferences(): PreferencesView & { readonly change: (patch: PreferencesPatch) => Promise<void> } {
  const view = present(use(PreferencesContext));
  return useMemo(() => ({ ...view, change: (patch) => call((api) => api.preferences.change(patch)) }), [view]);
}

/** Where the active tenant's live data stands: one subscription for frame and views. */
export function useHubStatus(): Latest<HubStatus> {
  return use(HubContext);
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('SessionProvider is missing above this component.');
  return value;
}
