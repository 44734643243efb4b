import type { Membership, UserInfo } from '../world/world-port.ts';

const supervisorScopes = [
  'transcripts:read',
  'transcripts:write',
  'chat:write',
  'chat:csr',
  'inbox:read',
  'inbox:write',
  'operations:read',
  'flows:read',
  'telemetry:read',
];

/** People for tests of the servers, so that these do not depend on the world's cast. */
export const testUsers: readonly UserInfo[] = [
  user('avery', 'Avery Tremblay', {
    north: { roles: ['Supervisor'], scopes: supervisorScopes },
    south: { roles: ['Supervisor'], scopes: supervisorScopes },
  }),
  user('casey', 'Casey Martin', { north: { roles: ['Supervisor'], scopes: supervisorScopes } }),
  user('robin', 'Robin Chen', { north: { roles: ['Read-Only'], scopes: ['transcripts:read'] } }),
  user('sam', 'Sam Diaz', {}),
  {
    ...user('alex', 'Alex Kim', { north: { roles: ['Supervisor'], scopes: supervisorScopes } }),
    exchangeRefused: true,
  },
];

function user(id: string, name: string, memberships: Record<string, Membership>): UserInfo {
  const email = `${id}@example.test`;
  return {
    id,
    name,
    email,
    signIn: true,
    description: { en: 'A person', fr: 'Une personne' },
    memberships,
    exchangeRefused: false,
  };
}
