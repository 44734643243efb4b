import type { Provider } from 'oidc-provider';
import { z } from 'zod';

/** Every secret that the realm gave out, so that a test can look for them where none must be. */
export interface IssuedSecrets {
  list(): readonly IssuedSecret[];
  /** Hears what a provider gives out from now on. */
  listen(provider: Provider): void;
}

export interface IssuedSecret {
  readonly kind: 'authorization_code' | 'access_token' | 'refresh_token' | 'id_token';
  readonly value: string;
}

/** More than any test run; an instance that runs for days forgets the oldest. */
const most = 10_000;

const answer = z.object({
  access_token: z.string().optional(),
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
});

/** Makes an empty list; it lives in memory only. */
export function createIssuedSecrets(): IssuedSecrets {
  const issued: IssuedSecret[] = [];
  const add = (kind: IssuedSecret['kind'], value: string | undefined): void => {
    if (value === undefined) return;
    issued.push({ kind, value });
    if (issued.length > most) issued.shift();
  };
  return {
    list: () => [...issued],
    listen(provider) {
      provider.on('authorization.success', (_ctx, out) => {
        const { code } = z.object({ code: z.string().optional() }).parse(out);
        add('authorization_code', code);
      });
      // Told for the exchange too: it is a grant like the others.
      provider.on('grant.success', (ctx) => {
        const tokens = answer.parse(ctx.body);
        add('access_token', tokens.access_token);
        add('refresh_token', tokens.refresh_token);
        add('id_token', tokens.id_token);
      });
    },
  };
}
