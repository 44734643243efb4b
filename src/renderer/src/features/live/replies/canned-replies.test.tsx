import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { failed } from '../../../../testing/fake-envelopes.ts';
import { signedIn } from '../../../../testing/fake-states.ts';
import type { FakeState } from '../../../../testing/fake-types.ts';
import { renderConsole } from '../../../../testing/render-console.tsx';
import { giveElementsSize } from '../../../table/sized-elements.ts';
import { aRow } from '../model/fake-row.ts';
import { forgetViews } from '../model/kept-view.ts';

const replies = [
  { id: 'hello', title: 'Hello', en: 'Hello {contact}, {agent} here.', fr: 'Bonjour {contact}, ici {agent}.' },
  { id: 'moment', title: 'Moment', en: 'One moment.', fr: 'Un instant.' },
];
const agent = signedIn.kind === 'signed-in' ? signedIn.user.name : '';

let restore: () => void;
beforeEach(() => {
  restore = giveElementsSize({ width: 1200, height: 600 });
});
afterEach(() => {
  restore();
  forgetViews();
});

function open(row: Partial<ConversationRow>, start: Partial<FakeState> = {}) {
  const mine = aRow({
    id: 'c-mine',
    seenAt: Date.now(),
    handler: { kind: 'human', userId: 'user-1', name: 'Alex Roy' },
    ...row,
  });
  return renderConsole({ rows: new Map([[mine.id, mine]]), replies, ...start }, '/live/northwind/c-mine');
}
const replyField = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Reply to the customer' });
const namedContact = { contact: { display: '+1 416 555 0101', name: 'Ana Diaz' } };

describe('canned replies', () => {
  it('insert at the cursor by keys alone, in the language of the conversation', async () => {
    const { user } = open({ ...namedContact, language: 'fr-CA' });
    const field = await replyField();
    await user.type(field, 'ab');
    field.setSelectionRange(1, 1);
    await user.keyboard('{Control>}j{/Control}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Canned replies' }));
    const shown = (await dialog.findAllByRole('option')).map(({ textContent }) => textContent);
    expect(shown.slice(0, 2)).toEqual([`HelloBonjour Ana Diaz, ici ${agent}.`, 'MomentUn instant.']);
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(field.value).toBe('aUn instant.b'));
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('!');
    expect(field.value).toBe('aUn instant.!b');
  });

  it('select what could not be filled in, and are not sent before it is written', async () => {
    const { fake, user } = open({ contact: { display: '+1 416 555 0101' }, language: 'en' });
    const field = await replyField();
    await user.click(screen.getByRole('button', { name: 'Canned replies…' }));
    await user.type(await screen.findByRole('combobox'), 'here');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(field.value).toBe(`Hello {contact}, ${agent} here.`));
    await screen.findByText(/Write something in place of \{contact\} first/);
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('{Enter}');
    expect(fake.calls.some(({ name }) => name === 'conversations.reply')).toBe(false);
    await user.keyboard('you{Enter}');
    await waitFor(() =>
      expect(fake.calls.find(({ name }) => name === 'conversations.reply')?.input).toMatchObject({
        text: `Hello you, ${agent} here.`,
      }),
    );
  });

  it('leave the text and the keyboard where they were when none is taken', async () => {
    const { user } = open({ language: 'en' });
    const field = await replyField();
    await user.type(field, 'half');
    await user.keyboard('{Control>}j{/Control}');
    await user.type(await screen.findByRole('combobox'), 'zzz');
    await screen.findByText('No reply matches.');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(field.value).toBe('half');
    await waitFor(() => expect(document.activeElement).toBe(field));
  });

  it('are added, deleted and brought back, and what nothing fills in is flagged', async () => {
    const { fake, user } = open({ language: 'en' });
    await user.click(await screen.findByRole('button', { name: 'Canned replies…' }));
    await user.click(await screen.findByRole('button', { name: 'Edit replies…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit canned replies' }));
    await user.click(dialog.getByRole('button', { name: 'Delete' }));
    await dialog.findByText('“Hello” is deleted.');
    await user.click(dialog.getByRole('button', { name: 'Undo' }));
    expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveProperty('value', 'Hello');
    await user.click(dialog.getByRole('button', { name: 'Moment' }));
    await user.click(dialog.getByRole('button', { name: 'Delete' }));
    await user.click(dialog.getByRole('button', { name: 'Add a reply' }));
    await user.type(dialog.getByRole('textbox', { name: 'Title' }), ' Bye ');
    const french = dialog.getByRole('textbox', { name: 'French' });
    await user.type(french, 'Au revoir {{nom}');
    expect((await dialog.findByRole('alert')).textContent).toContain('{nom} is not filled in');
    await user.clear(french);
    await user.type(french, 'Au revoir');
    expect(dialog.queryByRole('alert')).toBeNull();
    fake.api.replies.set = async () => failed('internal');
    await user.click(dialog.getByRole('button', { name: 'Save replies' }));
    await dialog.findByRole('alert');
    expect(french).toHaveProperty('value', 'Au revoir');
  });

  it('are kept for the tenant and offered at once', async () => {
    const { fake, user } = open({ language: 'en' });
    await user.click(await screen.findByRole('button', { name: 'Canned replies…' }));
    await user.click(await screen.findByRole('button', { name: 'Edit replies…' }));
    const english = await screen.findByRole('textbox', { name: 'English' });
    await user.clear(english);
    await user.type(english, 'Good day');
    await user.click(screen.getByRole('button', { name: 'Save replies' }));
    await screen.findByText('Good day');
    expect(fake.calls.find(({ name }) => name === 'replies.set')?.input).toEqual({
      tenant: 'northwind',
      replies: [{ ...replies[0], en: 'Good day' }, replies[1]],
    });
  });
});
