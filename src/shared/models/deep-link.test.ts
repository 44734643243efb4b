import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversationLink, parseConversationLink, parseLink, searchLink } from './deep-link.ts';

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

describe('a link to a search', () => {
  it('is read, empty for all conversations, and told apart from one to a conversation', () => {
    expect(parseLink('dialai://northwind/conversations?q=risk%3Ahigh%20%22cancel%20my%22')).toEqual({
      tenant: 'northwind',
      search: 'risk:high "cancel my"',
    });
    expect(parseLink('dialai://North-Wind/conversations?q=')).toEqual({ tenant: 'north-wind', search: '' });
    expect(parseLink('dialai://northwind/conversation/c-1#m-2')).toEqual({
      tenant: 'northwind',
      id: 'c-1',
      message: 'm-2',
    });
  });

  it.each([
    'dialai://northwind/conversations',
    'dialai://northwind/conversations?q=a&x=1',
    'dialai://northwind/conversations?q=a#b',
    'dialai://northwind/conversations/c-1?q=a',
    'dialai://northwind:80/conversations?q=a',
    'dialai://northwind/conversations?q=%00',
    'dialai://northwind/conversations?q=%ZZ',
    `dialai://northwind/conversations?q=${'a'.repeat(1_001)}`,
    `dialai://northwind/conversations?q=${'%C3%A9'.repeat(2_000)}`,
  ])('refuses %s', (text) => expect(parseLink(text)).toBeUndefined());

  it('reads back what searchLink writes, whatever is searched for', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: such searches are refused on purpose
    const printable = /^[^\u0000-\u001f\u007f]*$/;
    const typed = fc.string({ maxLength: 200, unit: 'grapheme' }).filter((text) => printable.test(text));
    fc.assert(
      fc.property(typed, (search) => {
        expect(parseLink(searchLink({ tenant: 'acme', search }))).toEqual({ tenant: 'acme', search });
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseLink(`dialai://t/conversations?q=${text}`);
      }),
    );
  });
});
