import { type Form, readForms } from './html-forms.ts';

export interface SignInChoice {
  /** The account to sign in with: its e-mail address, or its name as the page shows it. */
  readonly account?: string;
  /** Refuses instead. */
  readonly deny?: boolean;
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** More pages than any sign-in has; ends a circle of redirects. */
const LONGEST_WALK = 20;

/**
 * Does in place of a person and a browser what follows the opening of an authorization URL: walks the identity server's
 * plain HTML pages by forms and cookies, chooses the account, and delivers the answer to the redirect address.
 *
 * Only for the demo instance and tests: it knows no passwords.
 *
 * @returns the last page, which the waiting application serves
 * @throws Error when the pages are not understood, or the account is not offered; without the URL's query
 */
export async function completeSignIn(
  url: string,
  choice: SignInChoice,
  fetch: Fetch = globalThis.fetch,
): Promise<{ readonly status: number; readonly html: string }> {
  const redirectUri = new URL(url).searchParams.get('redirect_uri') ?? '';
  const cookies = new Map<string, string>();
  let next: { readonly url: string; readonly form?: URLSearchParams } = { url };
  let delivered = false;
  for (let step = 0; step < LONGEST_WALK; step += 1) {
    const response = await visit(fetch, cookies, next.url, next.form);
    const location = response.headers.get('location');
    if (location !== null) {
      next = { url: new URL(location, next.url).href };
      delivered ||= next.url.startsWith(redirectUri);
      await response.body?.cancel();
      continue;
    }
    const html = await response.text();
    if (delivered) return { status: response.status, html };
    if (!response.ok) throw new Error(`The sign-in page answered ${response.status}`);
    next = submission(readForms(html, next.url), choice);
  }
  throw new Error('The sign-in led to no end');
}

/** One request as a browser makes it: cookies of that origin, redirects by hand. */
async function visit(
  fetch: Fetch,
  cookies: Map<string, string>,
  url: string,
  form: URLSearchParams | undefined,
): Promise<Response> {
  const { origin } = new URL(url);
  const mine = [...cookies].filter(([key]) => key.startsWith(`${origin} `));
  const cookie = mine.map(([key, value]) => `${key.slice(origin.length + 1)}=${value}`).join('; ');
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { accept: 'text/html', ...(cookie === '' ? {} : { cookie }) },
    ...(form === undefined ? {} : { method: 'POST', body: form }),
  });
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/u.exec(line) ?? [];
    if (/;\s*(?:max-age=0|expires=Thu, 01 Jan 1970)/iu.test(line)) cookies.delete(`${origin} ${name}`);
    else cookies.set(`${origin} ${name}`, value);
  }
  return response;
}

/** What a person who wants this would press on the page. */
function submission(forms: readonly Form[], { account, deny = false }: SignInChoice) {
  const refusing = forms.find((form) => /\/(?:deny|abort|cancel)$/u.test(new URL(form.action).pathname));
  if (deny) {
    if (refusing === undefined) throw new Error('The sign-in page offers no refusal');
    return send(refusing, []);
  }
  const wanted = account?.toLowerCase() ?? '';
  for (const form of forms) {
    const button = form.buttons.find(
      ({ value, text }) => value.toLowerCase() === wanted || text.toLowerCase().startsWith(wanted),
    );
    if (wanted !== '' && button?.name !== undefined) return send(form, [[button.name, button.value]]);
  }
  if (forms.some((form) => form.inputs.length > 0)) throw new Error('The sign-in page does not offer this account');
  // A page that asks for nothing but agreement.
  const agreeing = forms.find((form) => form !== refusing && form.inputs.length === 0);
  if (agreeing === undefined) throw new Error('The sign-in page was not understood');
  return send(agreeing, []);
}

function send(form: Form, chosen: readonly (readonly [string, string])[]) {
  const fields = new URLSearchParams();
  for (const [name, value] of [...form.hidden, ...chosen]) fields.append(name, value);
  if (form.method === 'post') return { url: form.action, form: fields };
  return { url: `${form.action}?${fields.toString()}` };
}
