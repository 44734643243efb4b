import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillIn, insertAt, unfilledIn, unknownIn } from './placeholders.ts';

const values = { contact: 'Ana', agent: 'Alex', tenant: 'Northwind' };

describe('placeholders', () => {
  it('are filled in, and stay where their value is not known', () => {
    expect(fillIn('Hello {contact}, {agent} of {tenant}', values)).toBe('Hello Ana, Alex of Northwind');
    expect(fillIn('Hello {contact}, {agent}', { ...values, contact: undefined })).toBe('Hello {contact}, Alex');
  });

  it('take values as they are, whatever these look like', () => {
    expect(fillIn('{contact} {agent}', { ...values, contact: '{agent} $& $1' })).toBe('{agent} $& $1 Alex');
  });

  it('are told apart from words that nothing fills in, and from plain braces', () => {
    expect(unknownIn('{contact} {name} {Contact} { agent } {name} {} {1, 2} {prénom}')).toEqual([
      '{name}',
      '{Contact}',
      '{ agent }',
      '{prénom}',
    ]);
    expect(unfilledIn('{contact} and {contact}, {name}')).toEqual(['{contact}']);
  });
});

describe('inserting', () => {
  it('replaces the selection and puts the cursor behind', () => {
    expect(insertAt('one two', 'THREE', { from: 4, to: 7 }, 100)).toEqual({ text: 'one THREE', from: 9, to: 9 });
  });

  it('selects the first placeholder that is left', () => {
    expect(insertAt('> ', 'Hi {contact}!', { from: 2, to: 2 }, 100)).toEqual({
      text: '> Hi {contact}!',
      from: 5,
      to: 14,
    });
  });

  it('never makes a text that is too long, and never loses what is around the selection', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (before, chosen, after, piece) => {
        const selection = { from: before.length, to: before.length + chosen.length };
        const done = insertAt(before + chosen + after, piece, selection, 20);
        const whole = before + piece + after;
        expect(done?.text).toBe(whole.length > 20 ? undefined : whole);
      }),
    );
  });
});
