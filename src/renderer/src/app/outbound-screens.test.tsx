import { within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderConsole } from '../../testing/render-console.tsx';

it('pauses everything after one question, reports each dispatcher, and restores exactly what it paused', async () => {
  const { user, fake, ...screen } = renderConsole({}, '/live');
  await user.click(await screen.findByRole('button', { name: 'Pause all dispatchers' }));
  await user.click(await screen.findByRole('button', { name: 'Pause all now' }));
  const report = await screen.findByTestId('panic-report');
  expect(report.textContent).toContain('1 paused, 1 were paused before, 1 refused, 0 unknown');
  await user.click(screen.getByRole('button', { name: 'Restore 1…' }));
  await user.click(await screen.findByRole('button', { name: 'Resume 1 campaign' }));
  expect(fake.calls.find(({ name }) => name === 'panic.restore')?.input).toEqual({
    report: 'r-1',
    targets: [{ tenant: 'northwind', campaign: 'k-1' }],
  });

  await user.click(screen.getByRole('button', { name: 'Add a breaker' }));
  const above = screen.getByRole('textbox', { name: 'Above (%)' });
  await user.clear(above);
  expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true');
  await user.type(above, '12,5');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(fake.calls.find(({ name }) => name === 'safety.save')?.input).toMatchObject({
    safety: { stuckMinutes: 5, breakers: [{ metric: 'failure', abovePercent: 12.5, action: 'warn' }] },
  });
});

it('reads contacts page by page, says why one was not called, and retries it or all that pass the filter', async () => {
  const { user, fake, router, ...screen } = renderConsole({}, '/live');
  await screen.findByRole('heading', { name: 'Live View', level: 1 });
  const tenant = fake.state.session.kind === 'signed-in' ? (fake.state.session.activeTenant ?? '') : '';
  await router.navigate({ to: '/campaigns/$tenant/$id/contacts', params: { tenant, id: 'k-1' } });
  await screen.findByRole('heading', { name: 'Contacts of Winter plans' });
  await screen.findByText('200 shown');
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  await screen.findByText('400 shown');
  expect(fake.calls.filter(({ name }) => name === 'contacts.list').at(-1)?.input).toMatchObject({ next: '200' });

  await user.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'Unreachable');
  await screen.findByText('1 passes the filter');
  await user.click(screen.getByRole('button', { name: 'Retry…' }));
  await user.click(await screen.findByRole('button', { name: 'Retry 1 contact' }));
  expect(fake.calls.find(({ name }) => name === 'contacts.act')?.input).toMatchObject({
    deed: 'retry',
    targets: [{ id: 'p-1', state: 'unreachable' }],
  });
});

it('lists who may not be called with who and when, and imports numbers after counting them', async () => {
  const { user, fake, ...screen } = renderConsole({}, '/do-not-call');
  await screen.findByText(/2 numbers/);
  expect(screen.getByRole('grid', { name: 'Do-not-call' }).textContent).not.toContain('4165550199');
  await user.click(screen.getByRole('button', { name: 'Import…' }));
  await user.click(await screen.findByRole('textbox', { name: /Numbers/ }));
  await user.paste('+1 416 555 0170, moved\n416 555 0171\n+14165550170');
  await user.click(screen.getByRole('button', { name: 'Import 1 number' }));
  expect(fake.calls.find(({ name }) => name === 'doNotCall.import')?.input).toMatchObject({
    entries: [{ phone: '+14165550170', reason: 'moved' }],
  });
});

it('makes a campaign step by step, keeps what is typed, and sends what was typed', async () => {
  const { user, fake, ...screen } = renderConsole({}, '/campaigns/new');
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Spring plans');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  await screen.findByText('Choose the flow it follows.');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Flow' }), 'Plan renewal');
  await user.type(screen.getByRole('textbox', { name: 'Caller ID' }), '+1 514 555 0100');
  await user.click(screen.getByRole('button', { name: 'Continue' }));

  await user.click(await screen.findByRole('button', { name: 'Leave, keep what is typed' }));
  await user.click(await screen.findByRole('button', { name: 'New campaign' }));
  await screen.findByText('What you typed here earlier was kept and not sent.');
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Spring plans');

  await user.click(screen.getByRole('button', { name: 'Continue' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Fri' }));
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  const most = await screen.findByRole('textbox', { name: 'Calls at once, at most' });
  await user.clear(most);
  await user.click(screen.getByRole('button', { name: 'Create campaign' }));
  await screen.findByText('Give a whole number from 1 to 10,000.');
  await user.type(most, '7');
  await user.click(screen.getByRole('button', { name: 'Create campaign' }));
  expect(fake.calls.find(({ name }) => name === 'campaigns.create')?.input).toMatchObject({
    draft: {
      name: 'Spring plans',
      flowId: 'f-1',
      callerId: '+15145550100',
      concurrency: 7,
      schedule: { days: ['mon', 'tue', 'wed', 'thu'], windowStart: '09:00' },
      retry: { busy: { afterMinutes: 15 } },
    },
  });
});

it('locks what may not be changed in a state, sends only what was changed, and makes a copy', async () => {
  const { user, fake, router, ...screen } = renderConsole({}, '/campaigns');
  await user.click(await screen.findByRole('button', { name: 'Winter plans' }));
  const outcomes = await screen.findByRole('region', { name: 'Dispositions' });
  await user.click(within(outcomes).getByRole('button', { name: 'Show as table' }));
  await screen.findByRole('row', { name: 'Completed 12 80%' });
  await user.click(screen.getByRole('button', { name: 'Duplicate…' }));
  await user.click(await screen.findByRole('button', { name: 'Duplicate campaign' }));
  expect(fake.calls.find(({ name }) => name === 'campaigns.duplicate')?.input).toMatchObject({
    name: 'Winter plans (copy)',
  });

  const tenant = fake.state.session.kind === 'signed-in' ? (fake.state.session.activeTenant ?? '') : '';
  await router.navigate({ to: '/campaigns/$tenant/$id/edit', params: { tenant, id: 'k-1' } });
  const name = await screen.findByRole('textbox', { name: 'Name' });
  expect(screen.getByRole('combobox', { name: 'Flow' })).toHaveProperty('disabled', true);
  await user.type(name, ' 2');
  await user.click(screen.getByRole('button', { name: 'Save changes' }));
  expect(fake.calls.find(({ name: called }) => called === 'campaigns.update')?.input).toMatchObject({
    base: { revision: 4 },
    changes: { name: 'Winter plans 2' },
  });
});

it('takes other keys for the panic key by their being pressed, and names them as this computer does', async () => {
  const { user, ...screen } = renderConsole({}, '/safety');
  await screen.findByText('Ctrl+Alt+Shift+P works now.');
  const field = screen.getByRole('textbox', { name: 'Keys, also while another program is in front' });
  await user.click(field);
  await user.keyboard('k');
  expect(field).toHaveProperty('value', 'Ctrl+Alt+Shift+P');
  await user.keyboard('{Control>}{Alt>}k{/Alt}{/Control}');
  expect(field).toHaveProperty('value', 'Ctrl+Alt+K');
  await user.click(screen.getByRole('button', { name: 'Use these keys' }));
  await screen.findByText('Ctrl+Alt+K works now.');
  await user.click(field);
  await user.keyboard('{Backspace}');
  await user.click(screen.getByRole('button', { name: 'Use these keys' }));
  await screen.findByText(/^No keys are set/);
});
