import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { failed } from '../../../testing/fake-envelopes.ts';
import * as states from '../../../testing/fake-states.ts';
import { renderConsole } from '../../../testing/render-console.tsx';
import { createTopic } from '../../../testing/topic.ts';

it('says before leaving what becomes of each conversation in hand, and does nothing when it is cancelled', async () => {
  const { fake, user } = renderConsole({}, '/inbox');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Availability' }), 'Busy');
  const dialog = await screen.findByRole('alertdialog', { name: 'Go Busy' });
  expect(
    within(dialog)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'The router gives you nothing new.',
    '1 conversation that the router gave you goes back to the queue.',
    '1 call stops ringing for you and goes to somebody else.',
    '1 conversation of your own stays with you.',
    '1 that ended stays with you to be wrapped up.',
  ]);
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(fake.calls.some(({ name }) => name === 'inbox.setAvailability')).toBe(false);
});

it('shows the longest waiting first, masked, and what fits the operator’s skills', async () => {
  const { user } = renderConsole({}, '/inbox');
  const queue = await screen.findByRole('list', { name: 'Queue' });
  const skills = () =>
    within(queue)
      .getAllByRole('listitem')
      .map((item) => item.textContent?.match(/Billing|Outages/)?.[0]);
  expect(skills()).toEqual(['Billing', 'Outages', 'Billing']);
  expect(queue.textContent).not.toContain('4165557002');
  await user.click(screen.getByRole('button', { name: 'Fits my skills' }));
  expect(skills()).toEqual(['Billing']);
});

it('keeps the notes of a wrap-up that was refused, and says why', async () => {
  const { user } = renderConsole({}, '/inbox', (fake) => {
    fake.api.inbox.wrapUp = async () => failed('offline');
  });
  await user.click(await screen.findByRole('button', { name: 'Wrap up…' }));
  const notes = await screen.findByRole('textbox', { name: 'Notes' });
  await user.type(notes, 'Refund promised');
  await user.click(screen.getByRole('button', { name: 'Finish' }));
  expect(await within(screen.getByRole('dialog')).findByRole('alert')).toBeTruthy();
  expect(screen.getByRole('textbox', { name: 'Notes' })).toHaveProperty('value', 'Refund promised');
});

it('switches off what the instance lacks, claims no presence that it cannot hold, and leads to the web app', async () => {
  const report = states.bindingReport(Date.now());
  const lacking = (['inbox.end', 'inbox.setAvailability'] as const).map((operation) => ({
    operation,
    bound: false,
    candidates: [],
  }));
  const { fake, user } = renderConsole(
    { report: { ...report, operations: [...report.operations, ...lacking] } },
    '/inbox',
  );
  await screen.findByText(/offers the inbox to the console only in part/);
  for (const end of screen.getAllByRole('button', { name: 'End' }))
    expect(end.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByRole('combobox', { name: 'Availability' })).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('button', { name: 'Open the web app' }));
  expect(fake.calls.some(({ name }) => name === 'app.openWebApp')).toBe(true);
});

it('says so where the instance has no inbox at all', async () => {
  renderConsole({}, '/inbox', (fake) => {
    const { failure } = failed('unavailable', { reason: 'not-bound', operation: 'inbox.get' });
    fake.api.inbox.state = (_input, on) =>
      createTopic(() => ({ presence: { kind: 'none' as const }, problem: failure })).open(on);
  });
  await screen.findByRole('heading', { name: 'This instance offers no inbox to the console' });
  expect(screen.getByRole('button', { name: 'Open the web app' })).toBeTruthy();
  expect(screen.queryByRole('combobox', { name: 'Availability' })).toBeNull();
});

it('tells by which journey parameter a contact’s history is threaded, or that nothing links it', async () => {
  const { user } = renderConsole({}, '/conversations/c-9001');
  await user.click(await screen.findByRole('tab', { name: 'Contact and views' }));
  await screen.findByText('Threaded by the journey parameter accountNumber.');
});

it('does not thread by what was merely claimed', async () => {
  const { user } = renderConsole({}, '/conversations/c-9001', (fake) => {
    const { history } = fake.api.archive;
    fake.api.archive.history = async (input) => {
      const page = await history(input);
      if (!page.ok) return page;
      const items = page.value.items.map(({ conversation, ...rest }) => ({
        ...rest,
        conversation: {
          ...conversation,
          parameters: conversation.parameters.map((one) => ({ ...one, source: 'asserted' as const })),
        },
      }));
      return { ok: true, value: { ...page.value, items } };
    };
  });
  await user.click(await screen.findByRole('tab', { name: 'Contact and views' }));
  await screen.findByText(/no function has set a journey parameter in it \(accountNumber\)/);
});

it('gives a conversation back for other skills than it had, and keeps the question where that is refused', async () => {
  let refusing = true;
  const { fake, user } = renderConsole({}, '/inbox', ({ api: { inbox } }) => {
    const { requeue } = inbox;
    inbox.requeue = (input) => (refusing ? Promise.resolve(failed('offline')) : requeue(input));
  });
  await user.click((await screen.findAllByRole('button', { name: 'Back to the queue…' }))[0] ?? document.body);
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Back to the queue' }));
  await user.click(dialog.getByRole('checkbox', { name: 'French' }));
  await user.click(dialog.getByRole('button', { name: 'Back to the queue' }));
  expect((await dialog.findByRole('alert')).dataset['failure']).toBe('offline');
  expect(dialog.getByRole('checkbox', { name: 'French' })).toHaveProperty('checked', true);
  refusing = false;
  await user.click(dialog.getByRole('button', { name: 'Back to the queue' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(fake.calls.find(({ name }) => name === 'inbox.requeue')?.input).toMatchObject({
    id: 'c-7101',
    skills: ['French'],
  });
});
