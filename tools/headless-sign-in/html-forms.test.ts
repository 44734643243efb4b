import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeSignIn } from './complete-sign-in.ts';
import { readForms } from './html-forms.ts';

const page = `<form method="post" action="/in/login"><input type=hidden name="csrf" value="a&amp;b">
<ul><li><button type="submit" name="account" value="avery@example.test"><strong>Avery</strong><span> &#233;t&eacute;</span></button></li></ul></form>
<form method='POST' action='deny'><button>No</button></form><form action="?x"><input name="q"></form>`;

describe('readForms', () => {
  it('finds where forms go and what they send', () => {
    expect(readForms(page, 'http://127.0.0.1:1/in/page')).toEqual([
      {
        action: 'http://127.0.0.1:1/in/login',
        method: 'post',
        hidden: [['csrf', 'a&b']],
        inputs: [],
        buttons: [{ name: 'account', value: 'avery@example.test', text: 'Avery ét&eacute;' }],
      },
      {
        action: 'http://127.0.0.1:1/in/deny',
        method: 'post',
        hidden: [],
        inputs: [],
        buttons: [{ value: '', text: 'No' }],
      },
      { action: 'http://127.0.0.1:1/in/page?x', method: 'get', hidden: [], inputs: ['q'], buttons: [] },
    ]);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => Array.isArray(readForms(`<form ${text}>${text}</form>`, 'http://a/'))),
    );
  });
});

describe('completeSignIn', () => {
  const start = 'http://127.0.0.1:1/auth?redirect_uri=http%3A%2F%2F127.0.0.1%3A2%2Fcallback';
  /** A server by table: address to answer; every request is recorded. */
  const server = (answers: Record<string, () => Response>) => {
    const seen: string[] = [];
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      const cookie = new Headers(init.headers).get('cookie');
      seen.push(`${init.method ?? 'GET'} ${url} ${init.body?.toString() ?? ''} ${cookie ?? ''}`.trim());
      return answers[url.split('?')[0] ?? '']?.() ?? new Response('', { status: 404 });
    };
    return { seen, fetch };
  };
  const to =
    (location: string, headers: Record<string, string> = {}) =>
    () =>
      new Response(null, { status: 302, headers: { location, ...headers } });

  it('walks by forms and cookies, and keeps cookies to their origin', async () => {
    const { seen, fetch } = server({
      'http://127.0.0.1:1/auth': to('/in/page', { 'set-cookie': 'a=1; Path=/' }),
      'http://127.0.0.1:1/in/page': () => new Response(page),
      'http://127.0.0.1:1/in/login': to('http://127.0.0.1:2/callback?code=c'),
      'http://127.0.0.1:2/callback': to('/done'),
      'http://127.0.0.1:2/done': () => new Response('welcome'),
    });
    expect(await completeSignIn(start, { account: 'Avery' }, fetch)).toEqual({ status: 200, html: 'welcome' });
    expect(seen.slice(1)).toEqual([
      'GET http://127.0.0.1:1/in/page  a=1',
      'POST http://127.0.0.1:1/in/login csrf=a%26b&account=avery%40example.test a=1',
      'GET http://127.0.0.1:2/callback?code=c',
      'GET http://127.0.0.1:2/done',
    ]);
  });

  it.each([
    [{ account: 'Nobody' }, page, 'does not offer this account'],
    [{ deny: true }, '<form action="/login"><button>x</button></form>', 'offers no refusal'],
    [{ account: 'a' }, 'no form', 'not understood'],
  ])('says what is the matter: %j', async (choice, html, message) => {
    const { fetch } = server({ 'http://127.0.0.1:1/auth': () => new Response(html) });
    await expect(completeSignIn(start, choice, fetch)).rejects.toThrow(message);
  });

  it('ends a circle, and does not repeat the query in its message', async () => {
    const { fetch } = server({ 'http://127.0.0.1:1/auth': to('/auth?secret=1') });
    await expect(completeSignIn(start, {}, fetch)).rejects.toThrow(/^The sign-in led to no end$/u);
    const { fetch: failing } = server({});
    await expect(completeSignIn(start, {}, failing)).rejects.toThrow(/^The sign-in page answered 404$/u);
  });
});
