import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversationLink, parseConversationLink } from './deep-link.ts';

describe('parseConversationLink', () => {
  it('reads a conversation and a message', () => {
    expect(parseConversationLink('dialai://northwind/conversation/c-1042#m-7')).toEqual({
      tenant: 'northwind',
      id: 'c-1042',
      message: 'm-7',
    });
    expect(parseConversationLink('DIALAI://North-Wind/conversation/c-1')).toEqual({ tenant: 'north-wind', id: 'c-1' });
  });

  it.each([
    'dialai://northwind/conversation/',
    'dialai://northwind/conversation/a/b',
    'dialai://northwind/conversation/a?x=1',
    'dialai://northwind/conversation/a#',
    'dialai://northwind/conversation/a#b#c',
    'dialai://me@northwind/conversation/a',
    'dialai://northwind:80/conversation/a',
    'dialai://../conversation/a',
    'dialai:///conversation/a',
    'dialai://northwind/settings/a',
    'dialai://northwind/conversation/%00',
    'dialai://northwind/conversation/%0aX',
    'dialai://northwind/conversation/%ZZ',
    'https://northwind/conversation/a',
    ' dialai://northwind/conversation/a',
    `dialai://northwind/conversation/${'a'.repeat(301)}`,
    `dialai://northwind/conversation/a#${'b'.repeat(3000)}`,
  ])('refuses %s', (text) => expect(parseConversationLink(text)).toBeUndefined());

  it('reads back what conversationLink writes, whatever the ids hold', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: such ids are refused on purpose
    const printable = /^[^\u0000-\u001f\u007f]+$/;
    const id = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).filter((text) => printable.test(text));
    fc.assert(
      fc.property(id, fc.option(id, { nil: undefined }), (conversation, message) => {
        const link = { tenant: 'acme', id: conversation, ...(message === undefined ? {} : { message }) };
        expect(parseConversationLink(conversationLink(link))).toEqual(link);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseConversationLink(text);
        parseConversationLink(`dialai://${text}`);
        parseConversationLink(`dialai://t/conversation/${text}`);
      }),
    );
  });
});
