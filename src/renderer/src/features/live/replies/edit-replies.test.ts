import { describe, expect, it } from 'vitest';
import { cannedRepliesSchema } from '../../../../../shared/models/views.ts';
import * as edit from './edit-replies.ts';

const reply = (id: string) => ({ id, title: id, en: `${id} en`, fr: `${id} fr` });
const three = [reply('a'), reply('b'), reply('c')];
const ids = ({ replies }: edit.Editing) => replies.map(({ id }) => id).join('');

describe('editing canned replies', () => {
  it('puts what was deleted back where it was, the last first', () => {
    const start = { ...edit.startEditing(three), chosen: 'b' };
    const one = edit.withoutChosen(start);
    expect([ids(one), one.chosen]).toEqual(['ac', 'c']);
    const two = edit.withoutChosen(one);
    expect([ids(two), two.chosen]).toEqual(['a', 'a']);
    const back = edit.undone(edit.undone(two));
    expect([ids(back), back.chosen, back.deleted]).toEqual(['abc', 'b', []]);
    expect(edit.sameReplies(back.replies, three)).toBe(true);
  });

  it('adds, changes only what is chosen, and says what is not complete', () => {
    const more = edit.added(edit.startEditing(three), 'd');
    expect(edit.incomplete(more.replies)?.id).toBe('d');
    const titled = edit.changed(more, { title: 'D' });
    expect(edit.incomplete(titled.replies)?.id).toBe('d');
    const whole = edit.changed(titled, { fr: 'Bonjour' });
    expect(edit.incomplete(whole.replies)).toBeUndefined();
    expect(whole.replies.slice(0, 3)).toEqual(three);
    expect(edit.sameReplies(whole.replies, three)).toBe(false);
  });

  it('keeps within what the contract takes', () => {
    const longest = {
      title: 'x'.repeat(edit.MAX_TITLE),
      en: 'x'.repeat(edit.MAX_REPLY),
      fr: 'x'.repeat(edit.MAX_REPLY),
    };
    const full = Array.from({ length: edit.MAX_REPLIES }, (_, id) => ({ id: `${id}`, ...longest }));
    expect(cannedRepliesSchema.safeParse(full).success).toBe(true);
  });
});
