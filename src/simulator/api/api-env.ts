import type { HttpBindings } from '@hono/node-server';
import type { FaultBook } from '../faults/fault-book.ts';
import type { AccessTokens } from '../identity/access-token.ts';
import type { StreamRegistry } from '../stream/stream-registry.ts';
import type { TenantWorld, UserInfo, World } from '../world/world-port.ts';

/** What the API's handlers work with. */
export interface ApiServices {
  /** Scheme, host and port that the instance is told by, no slash at the end. */
  readonly baseUrl: string;
  /** The present world; a restart puts another in its place. */
  readonly world: () => World;
  readonly tokens: AccessTokens;
  readonly faults: FaultBook;
  readonly streams: StreamRegistry;
  readonly heartbeatMs: number;
}

/** Who calls, once the token was checked. */
export interface Caller {
  readonly user: UserInfo;
  /** Epoch seconds. */
  readonly tokenExpiresAt: number;
  readonly scopes: readonly string[];
  /** The tenant that the token is for; undefined for the user's own token. */
  readonly tenant: TenantWorld | undefined;
}

export interface ApiEnv {
  /** Node's own request and response, beneath those of the web. */
  Bindings: HttpBindings;
  Variables: {
    services: ApiServices;
    caller: Caller;
  };
}
