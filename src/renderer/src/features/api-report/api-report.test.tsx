import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failed } from '../../../testing/fake-envelopes.ts';
import * as states from '../../../testing/fake-states.ts';
import { renderConsole } from '../../../testing/render-console.tsx';
import { matches } from './matches.ts';

const row = async (name: RegExp) => {
  const header = await screen.findByRole('rowheader', { name });
  const found = header.closest('tr');
  if (found === null) throw new Error('The header is in no row.');
  return within(found);
};

describe('the binding report', () => {
  it('tells what is bound where, by which rule, and what is missing', async () => {
    renderConsole({}, '/api');
    const takeOver = await row(/^Take over/);
    expect(takeOver.getByText('/api/{tenant}/transcripts/{transcriptId}/take-over')).toBeTruthy();
    expect(takeOver.getByText('documented path')).toBeTruthy();
    const readable = await row(/^Readable transcript/);
    expect(readable.getByText('Missing')).toBeTruthy();
    expect(readable.getByText('Nothing in the document matches')).toBeTruthy();
    expect(screen.getByText('21 of 23 operations bound')).toBeTruthy();
    expect(screen.getByText('Operations the console does not use (3)')).toBeTruthy();
  });

  it('binds by hand from the candidates, and gives the choice back', async () => {
    const { user, fake } = renderConsole({}, '/api');
    await user.click((await row(/^Take over/)).getByRole('button', { name: 'Change the place of Take over' }));
    await user.click(await screen.findByRole('menuitem', { name: /PUT .*handler/ }));
    await waitFor(async () => expect((await row(/^Take over/)).getByText('set by hand')).toBeTruthy());
    await user.click((await row(/^Take over/)).getByRole('button', { name: 'Change the place of Take over' }));
    await user.click(await screen.findByRole('menuitem', { name: /Choose automatically/ }));
    await waitFor(async () => expect((await row(/^Take over/)).queryByText('set by hand')).toBeNull());
    expect(fake.calls.filter(({ name }) => name === 'binding.override').map(({ input }) => input)).toEqual([
      {
        operation: 'conversations.takeOver',
        target: { method: 'put', path: '/api/{tenant}/transcripts/{transcriptId}/handler' },
      },
      { operation: 'conversations.takeOver' },
    ]);
  });

  it('offers each place once, also where a match is used by nothing else', async () => {
    const report = states.bindingReport(Date.now());
    const match = {
      method: 'put',
      path: '/api/{tenant}/transcripts/{transcriptId}/handler',
      operationId: 'setHandler',
    };
    const { user, fake } = renderConsole({}, '/preferences');
    fake.api.binding.report = async () => ({ ok: true, value: { ...report, unused: [...report.unused, match] } });
    await user.click(await screen.findByRole('link', { name: 'Binding report' }));
    await user.click((await row(/^Take over/)).getByRole('button', { name: /^Change/ }));
    expect(await screen.findAllByRole('menuitem', { name: /PUT .*handler/ })).toHaveLength(1);
  });

  it('says why a choice was refused and keeps the report', async () => {
    const { user, fake } = renderConsole({}, '/api');
    fake.api.binding.override = async () => failed('conflict', { reason: 'override-taken' });
    await user.click((await row(/^Take over/)).getByRole('button', { name: /^Change/ }));
    await user.click(await screen.findByRole('menuitem', { name: /PUT/ }));
    await screen.findByText('This place is taken');
    expect((await row(/^Take over/)).getByText('documented path')).toBeTruthy();
  });

  it('exports the whole report', async () => {
    const { user, fake } = renderConsole({}, '/api');
    await row(/^Take over/);
    await user.click(screen.getByRole('button', { name: 'Export as JSON' }));
    await screen.findByRole('button', { name: 'Saved' });
    const input = fake.calls.find(({ name }) => name === 'app.saveText')?.input;
    expect(input).toEqual({
      suggestedName: 'binding-report.json',
      text: JSON.stringify(fake.state.report, undefined, 2),
    });
  });

  it('warns when a cached document stands in', async () => {
    const report = {
      ...states.bindingReport(Date.now()),
      source: 'cached',
      problem: { code: 'invalid', message: 'Nested too deeply' },
    } as const;
    renderConsole({ report }, '/api');
    await screen.findByText('The document could not be used');
    expect(screen.getByText('invalid: Nested too deeply')).toBeTruthy();
    expect(screen.getByText('Last good copy, kept on this computer')).toBeTruthy();
  });

  it('filters by words and by what is missing', async () => {
    const { user } = renderConsole({}, '/api');
    await row(/^Take over/);
    await user.click(screen.getByRole('button', { name: 'Missing only (2)' }));
    expect(screen.getAllByRole('rowheader')).toHaveLength(2);
    await user.type(screen.getByRole('searchbox'), 'tags');
    expect(screen.getAllByRole('rowheader')).toHaveLength(1);
    await user.type(screen.getByRole('searchbox'), ' nothing');
    expect(screen.getByText(/No operation matches/)).toBeTruthy();
  });
});

describe('matches', () => {
  it.each([
    ['', true],
    ['REPONDRE', true],
    ['reply post', true],
    ['reply get', false],
  ])('%j', (query, expected) =>
    expect(matches(query, ['Répondre', 'conversations.reply', undefined, 'post'])).toBe(expected),
  );
});
