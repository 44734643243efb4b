import { describe, expect, it } from 'vitest';
import { allScopes, scopesOf } from './scopes.ts';
import { demoUsers } from './users.ts';

function user(name: string) {
  const found = demoUsers.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

describe('the demo accounts', () => {
  it('are the five that the sign-in page promises', () => {
    expect(demoUsers.map(({ name }) => name)).toEqual([
      'Avery Tremblay',
      'Morgan Roy',
      'Robin Chen',
      'Sam Diaz',
      'Alex Kim',
    ]);
    expect(Object.keys(user('Avery Tremblay').memberships)).toHaveLength(3);
    expect(Object.keys(user('Morgan Roy').memberships)).toHaveLength(2);
    expect(Object.keys(user('Sam Diaz').memberships)).toHaveLength(0);
    expect(demoUsers.filter(({ exchangeRefused }) => exchangeRefused).map(({ name }) => name)).toEqual(['Alex Kim']);
  });

  it('may do what their roles say', () => {
    const avery = user('Avery Tremblay').memberships['pacific-clinic']?.scopes ?? [];
    expect(avery).toContain('chat:csr');
    expect(avery).not.toContain('environment:read');
    const robin = user('Robin Chen').memberships['northwind-utilities']?.scopes ?? [];
    expect(robin).toContain('transcripts:read');
    expect(robin.every((scope) => scope.endsWith(':read'))).toBe(true);
    const morgan = user('Morgan Roy').memberships;
    expect(morgan['northwind-utilities']?.scopes).toEqual(allScopes);
    expect(morgan['maritime-telecom']?.scopes).toContain('campaigns:dispatch');
    expect(morgan['maritime-telecom']?.scopes).not.toContain('users:update');
    expect(morgan['maritime-telecom']?.scopes).not.toContain('environment:write');
  });
});

it('joins the scopes of several roles without repeating any', () => {
  const scopes = scopesOf(['CSR', 'Read-Only']);
  expect(new Set(scopes).size).toBe(scopes.length);
  expect(scopes).toEqual(expect.arrayContaining(['chat:csr', 'environment:read']));
});
