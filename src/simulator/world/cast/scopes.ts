/** Every scope of the demo instance, `domain:action`. */
export const allScopes = [
  'transcripts:read',
  'transcripts:write',
  'chat:write',
  'chat:csr',
  'inbox:read',
  'inbox:write',
  'operations:read',
  'operations:write',
  'flows:read',
  'flows:write',
  'flows:publish',
  'functions:read',
  'functions:write',
  'channels:read',
  'channels:write',
  'campaigns:read',
  'campaigns:write',
  'campaigns:dispatch',
  'dnc:read',
  'dnc:write',
  'knowledge:read',
  'knowledge:write',
  'telemetry:read',
  'environment:read',
  'environment:write',
  'users:read',
  'users:update',
  'permissions:read',
  'permissions:write',
] as const;
export type Scope = (typeof allScopes)[number];

/** What each role may do. Maintainers run everything but users, permissions and environment writes. */
export const roleScopes = {
  Admin: allScopes,
  Maintainer: allScopes.filter((scope) => !/^(users|permissions):|^environment:write$/.test(scope)),
  'Read-Only': allScopes.filter((scope) => scope.endsWith(':read')),
  Supervisor: [
    'transcripts:read',
    'transcripts:write',
    'chat:write',
    'chat:csr',
    'inbox:read',
    'inbox:write',
    'operations:read',
    'flows:read',
    'functions:read',
    'campaigns:read',
    'campaigns:dispatch',
    'dnc:read',
    'telemetry:read',
    'users:read',
  ],
  CSR: [
    'transcripts:read',
    'transcripts:write',
    'chat:write',
    'chat:csr',
    'inbox:read',
    'inbox:write',
    'operations:read',
    'flows:read',
  ],
} as const satisfies Record<string, readonly Scope[]>;
export type Role = keyof typeof roleScopes;

/** The union of the roles' scopes, in the order of the whole list. */
export function scopesOf(roles: readonly Role[]): readonly Scope[] {
  const held = new Set<Scope>(roles.flatMap((role) => roleScopes[role]));
  return allScopes.filter((scope) => held.has(scope));
}
