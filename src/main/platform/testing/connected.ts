import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPlatform, type PlatformDeps } from '../create-platform.ts';
import { platformDeps, settingsFor } from './simulated.ts';
import { type Answer, json, startTestServer } from './test-server.ts';
import { testTokens } from './test-tokens.ts';

/** A test server that has served its document once, the platform connected to it, and the client of tenant `north`. */
export async function connectedTo(document: object, changes: Partial<PlatformDeps> = {}) {
  const server = await startTestServer(json(document));
  const tokens = testTokens();
  const cacheDir = await mkdtemp(join(tmpdir(), 'dialai-platform-'));
  const platform = createPlatform(platformDeps(tokens, cacheDir, changes));
  await platform.connect(settingsFor(server.url));
  await platform.kept();
  server.seen.length = 0;
  return {
    server,
    tokens,
    platform,
    report: platform.report(),
    cacheDir,
    api: platform.tenantApi('north'),
    answerWith: (answer: Answer) => server.answerWith(answer),
    async close() {
      await server.close();
      await rm(cacheDir, { recursive: true, force: true });
    },
  };
}
export type Connected = Awaited<ReturnType<typeof connectedTo>>;
