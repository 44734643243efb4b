import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderConsole } from '../../../testing/render-console.tsx';

it('draws a sample of a search, reviews a conversation beside its transcript, finishes and re-opens', async () => {
  const { fake, user } = renderConsole({}, '/quality?q="status:completed"');
  const dialog = await screen.findByRole('dialog', { name: 'Draw a sample' });
  await user.clear(within(dialog).getByRole('textbox', { name: 'Seed' }));
  await user.type(within(dialog).getByRole('textbox', { name: 'Seed' }), 'again');
  await user.click(within(dialog).getByRole('button', { name: 'Draw' }));
  const items = await screen.findByRole('complementary', { name: 'Conversations of the sample' });
  expect(items.textContent).toContain('seed again');
  expect(fake.calls.find(({ name }) => name === 'quality.draw')?.input).toMatchObject({
    query: { text: '', filter: { status: ['completed'] } },
    seed: 'again',
    leaveOutReviewed: true,
  });

  await user.click(await within(items).findByRole('button', { name: /c-9001/ }));
  const review = await screen.findByRole('region', { name: 'Review' });
  const safety = await within(review).findByRole('group', { name: /Safety and privacy/ });
  expect(within(review).getByRole('button', { name: 'Finish' }).getAttribute('aria-disabled')).toBe('true');
  await user.click(within(safety).getByRole('radio', { name: 'Fail' }));
  expect(within(review).getByText(/Failed by “Safety and privacy”/)).toBeTruthy();
  await user.click(within(safety).getByRole('radio', { name: 'Pass' }));
  // By label, which is found at once; each of these has a role of its own already shown above.
  for (const mark of within(review).getAllByLabelText('Does not apply').slice(1)) await user.click(mark);
  await waitFor(() => expect(within(review).getByRole('status').textContent).toContain('Draft, kept at'));
  await user.type(within(review).getByRole('textbox', { name: 'Overall note' }), 'Well done');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(within(review).getByRole('status').textContent).toContain('Finished'));
  expect(fake.calls.findLast(({ name }) => name === 'quality.saveDraft')?.input).toMatchObject({
    judgement: { note: 'Well done', marks: { safe: 1 } },
  });
  expect(within(review).getByText('100 of 100')).toBeTruthy();
  await waitFor(() => expect(items.textContent).toContain('1 of 3 finished'));
  await user.click(within(review).getByRole('button', { name: 'Re-open' }));
  expect(await within(review).findByText(/Re-opened · Avery/)).toBeTruthy();
});

it('edits the scorecard into another version, and loses nothing when one looks elsewhere meanwhile', async () => {
  const { fake, user } = renderConsole({}, '/quality?tab="scorecard"');
  await user.click(await screen.findByRole('button', { name: 'Add a criterion' }));
  const save = screen.getByRole('button', { name: 'Save as version 2' });
  expect(save.getAttribute('aria-disabled')).toBe('true');
  await user.type(screen.getAllByRole('textbox', { name: 'Name' }).at(-1) ?? document.body, 'Empathy');
  await user.click(screen.getByRole('tab', { name: 'Results' }));
  expect(await screen.findByText('No review is finished yet')).toBeTruthy();
  await user.click(screen.getByRole('tab', { name: 'Scorecard' }));
  await user.click(await screen.findByRole('button', { name: 'Save as version 2' }));
  expect(await screen.findByText(/Version 2 is in force/)).toBeTruthy();
  expect(fake.calls.find(({ name }) => name === 'quality.saveScorecard')?.input).toMatchObject({
    criteria: expect.arrayContaining([expect.objectContaining({ name: 'Empathy' })]),
  });
});
