import { afterAll, expect, test } from 'vitest';
import { startFakeInstance } from '../testing/fake-instance.ts';
import { createSignInAgent, exchangeForm } from '../testing/sign-in-agent.ts';

const instance = await startFakeInstance();
afterAll(() => instance.close());

test('every code and token that was given out is told to whoever holds the admin key, and to nobody else', async () => {
  const agent = createSignInAgent(instance.url);
  const { redirect } = await agent.authorize('avery@example.test');
  const first = await agent.signIn('avery@example.test');
  const renewed = Object(
    (await agent.token({ grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' })).body,
  );
  const tenant = Object((await agent.token(exchangeForm(renewed.access_token, 'north'))).body);

  const answer = await instance.admin('GET', 'issued');
  const { issued } = Object(await answer.json());
  expect(issued).toContainEqual({ kind: 'authorization_code', value: redirect.searchParams.get('code') });
  for (const tokens of [first, renewed]) {
    expect(issued).toContainEqual({ kind: 'access_token', value: tokens.access_token });
    expect(issued).toContainEqual({ kind: 'refresh_token', value: tokens.refresh_token });
    expect(issued).toContainEqual({ kind: 'id_token', value: tokens.id_token });
  }
  expect(issued).toContainEqual({ kind: 'access_token', value: tenant.access_token });
  expect((await fetch(`${instance.url}/__admin/issued`)).status).toBe(401);
});
