import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';
import { chooseLanguage, escapeHtml, type PageLanguage, page } from './html-page.ts';
import { words } from './sign-in-words.ts';

/** Pages that oidc-provider shows by itself, in the realm's own dress. */

/** Asked when a browser comes to sign out without an id token. `form` is the provider's own hidden form. */
export async function askToSignOut(ctx: KoaContextWithOIDC, form: string): Promise<void> {
  const text = words[languageOf(ctx)];
  const body = `<h1>${escapeHtml(text.signOutQuestion)}</h1>${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes">${escapeHtml(text.signOut)}</button>`;
  await send(ctx, text.signOutQuestion, body);
}

/** Shown when a browser's sign-out is done and there is nowhere to go back to. */
export async function showSignedOut(ctx: KoaContextWithOIDC): Promise<void> {
  const text = words[languageOf(ctx)];
  await send(ctx, text.signedOut, `<h1>${escapeHtml(text.signedOut)}</h1>`);
}

/** A request so wrong that it cannot be answered to the client: unknown client, redirect elsewhere. */
export async function showRefusal(ctx: KoaContextWithOIDC, out: ErrorOut): Promise<void> {
  const text = words[languageOf(ctx)];
  const reason = [out.error, out.error_description].filter((each) => each !== undefined).join(': ');
  await send(ctx, text.refused, `<h1>${escapeHtml(text.refused)}</h1><p>${escapeHtml(reason)}</p>`);
}

function languageOf(ctx: KoaContextWithOIDC): PageLanguage {
  return chooseLanguage(ctx.get('accept-language'));
}

async function send(ctx: KoaContextWithOIDC, title: string, body: string): Promise<void> {
  const response = page({ title, language: languageOf(ctx), body });
  for (const [name, value] of response.headers) ctx.set(name, value);
  ctx.body = await response.text();
}
