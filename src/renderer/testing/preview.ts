import type { WorkbenchView } from '../../shared/models/manifest-workbench.ts';
import type { SessionState } from '../../shared/models/session.ts';
import { createFakeBridge } from './fake-bridge.ts';
import { createRandom, fakeRows, stir } from './fake-conversations.ts';
import { failed } from './fake-envelopes.ts';
import {
  checkedManifest,
  checkingManifest,
  noManifest,
  openManifest,
  receipt,
  uploadingManifest,
} from './fake-manifest.ts';
import * as states from './fake-states.ts';

/**
 * All screens without the console: the renderer on a pretended main, driven by the address.
 * `?scene=live|signed-out|signing-in|denied|vault|no-tenants|offline|quiet|empty&theme=light&lang=fr&rows=200&still#/live`
 * Manifests: `?manifest=file|checking|checked|uploading|receipt#/campaigns/northwind/c1/manifest`
 */
const query = new URLSearchParams(location.search);
const scene = query.get('scene') ?? 'live';
const now = Date.now();

function sessionFor(name: string): SessionState {
  if (name === 'signed-out') return states.signedOut;
  if (name === 'signing-in')
    return { kind: 'signing-in', step: 'waiting-for-browser', deadline: now + 272_000, vault: states.vault };
  if (name === 'vault') return { ...states.signedIn, vault: { backend: 'basic_text', mode: 'undecided' } };
  if (name === 'no-tenants')
    return {
      kind: 'signed-in',
      user: states.signedIn.user,
      instanceName: 'acme',
      embedded: false,
      method: 'browser',
      tenants: [],
      vault: states.vault,
    };
  if (name === 'refused') return { ...states.signedIn, activeTenant: 'harbour' };
  if (name === 'demo') return { ...states.signedIn, embedded: true, instanceName: 'demo' };
  if (name.startsWith('failed:')) {
    const { failure } = failed('invalid', { reason: name.slice('failed:'.length), host: 'acme.dialai.ca' });
    return { kind: 'signed-out', vault: states.vault, failure };
  }
  return states.signedIn;
}

const count = scene === 'quiet' ? 0 : Number(query.get('rows') ?? 200);
const fake = createFakeBridge({
  session: sessionFor(scene),
  preferences: {
    ...states.preferences,
    theme: query.get('theme') === 'light' ? 'light' : 'dark',
    language: query.get('lang') === 'fr' ? 'fr' : 'en',
    railCollapsed: query.has('collapsed'),
  },
  rows: new Map(fakeRows(count, 7, now).map((row) => [row.id, row])),
});
if (scene === 'offline')
  fake.state.hub = {
    ...fake.state.hub,
    state: 'reconnecting',
    since: now - 41_000,
    lastHeardAt: now - 43_000,
    retryAt: now + 8000,
    problem: { code: 'offline', message: 'Connection refused' },
  };
const manifests: Readonly<Record<string, WorkbenchView>> = {
  file: openManifest,
  checking: checkingManifest(now),
  checked: checkedManifest,
  uploading: uploadingManifest(now),
  receipt: { ...noManifest, receipts: [receipt(now)] },
};
fake.state.manifest = manifests[query.get('manifest') ?? ''] ?? noManifest;
if (scene === 'loading') fake.api.live.rows = () => () => undefined;
globalThis.dialai = fake.api;
// For scripts that take pictures or try things: the fake is at hand.
Object.assign(globalThis, { fake });

if (!query.has('still') && scene !== 'offline') {
  const random = createRandom(11);
  setInterval(() => {
    const rows = stir([...fake.state.rows.values()], random, 12, Date.now());
    if (rows.length > 0) fake.upsert(rows, Date.now());
    fake.setHub({ lastHeardAt: Date.now() });
  }, 250);
}

await import('../src/main.tsx');
