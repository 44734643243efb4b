import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { inLiveWindow } from '../../../../testing/live-console.ts';
import { renderConsole } from '../../../../testing/render-console.tsx';
import { contactZone } from './contact-zone.ts';

inLiveWindow();

it('tells each time by the contact’s, the tenant’s and the operator’s clock', async () => {
  renderConsole({}, '/conversations/c-9002', ({ api: { archive } }) => {
    const { get } = archive;
    archive.get = async (input) => {
      const answer = await get(input);
      if (!answer.ok) return answer;
      const { conversation } = answer.value;
      return {
        ok: true,
        value: { ...answer.value, conversation: { ...conversation, contact: { display: '+13065550101' } } },
      };
    };
  });
  const transcript = await screen.findByRole('region', { name: 'Transcript' });
  const said = within(
    await within(transcript)
      .findByText('This is unacceptable.')
      .then((one) => one.closest('article') ?? one),
  );
  const title = said.getByText(/^\d\d:\d\d:\d\d$/).getAttribute('title') ?? '';
  // Saskatchewan has its own clock; the tests run on UTC.
  expect(title).toMatch(/09:00:09 CST contact · Nov 22, 2026, 10:00:09 EST tenant · Nov 22, 2026, 15:00:09 UTC you/);
});

it('knows the contact’s zone of a number, and of nothing else', () => {
  const zone = (display: string) => contactZone({ contact: { display } });
  expect(zone('+1 604 555 0101')).toBe('America/Vancouver');
  expect(zone('604 555 0101')).toBeUndefined();
  expect(zone('Grace Roy')).toBeUndefined();
  expect(zone('+18005550123')).toBeUndefined();
});
