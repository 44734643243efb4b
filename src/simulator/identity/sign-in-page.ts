import type { UserInfo } from '../world/world-port.ts';
import { escapeHtml, type PageLanguage, page } from './html-page.ts';
import { words } from './sign-in-words.ts';

export interface SignInPageInput {
  readonly language: PageLanguage;
  readonly users: readonly UserInfo[];
  /** Where the forms go: `<action>/login`, `<action>/deny`. */
  readonly action: string;
  /** An e-mail that no account has, shown again with the reason. */
  readonly unknownEmail?: string;
}

/** The sign-in page: the demo accounts as buttons, a form without password, and a way to refuse. */
export function signInPage(input: SignInPageInput): Response {
  const text = words[input.language];
  const accounts = input.users.filter((user) => user.signIn).map((user) => accountButton(user, input.language));
  const unknown = input.unknownEmail;
  const body = `
<h1>${escapeHtml(text.signIn)}</h1>
<p>${escapeHtml(text.purpose)}</p>
${unknown === undefined ? '' : `<p class="alert" role="alert" id="reason">${escapeHtml(text.unknownAccount)}</p>`}
<form method="post" action="${input.action}/login">
<h2 id="accounts">${escapeHtml(text.accounts)}</h2>
<ul aria-labelledby="accounts">${accounts.join('')}</ul>
</form>
<form method="post" action="${input.action}/login">
<h2>${escapeHtml(text.otherAccount)}</h2>
<label for="email">${escapeHtml(text.email)}</label>
<div class="row">
<input id="email" name="account" type="email" autocomplete="username" required value="${escapeHtml(unknown ?? '')}"${unknown === undefined ? '' : ' aria-invalid="true" aria-describedby="reason"'}>
<button type="submit">${escapeHtml(text.go)}</button>
</div>
</form>
${denyForm(input.action, text.deny)}
${languageLink(input.action, input.language)}`;
  return page({ title: text.signIn, language: input.language, body, status: unknown === undefined ? 200 : 400 });
}

/** Asked only when the client wants it (`prompt=consent`). */
export function consentPage(action: string, language: PageLanguage): Response {
  const text = words[language];
  const body = `
<h1>${escapeHtml(text.consent)}</h1>
<p>${escapeHtml(text.consentPurpose)}</p>
<form class="deny" method="post" action="${action}/consent"><button type="submit">${escapeHtml(text.allow)}</button></form>
${denyForm(action, text.deny)}`;
  return page({ title: text.consent, language, body });
}

/** The interaction is gone: too old, already used, or from another browser. */
export function expiredPage(language: PageLanguage): Response {
  const text = words[language];
  const body = `<h1>${escapeHtml(text.expired)}</h1><p>${escapeHtml(text.expiredHelp)}</p>`;
  return page({ title: text.expired, language, body, status: 400 });
}

function accountButton(user: UserInfo, language: PageLanguage): string {
  const description = escapeHtml(user.description[language]);
  return `<li><button type="submit" name="account" value="${escapeHtml(user.email)}"><strong>${escapeHtml(user.name)}</strong><span>${description}</span></button></li>`;
}

function denyForm(action: string, label: string): string {
  return `<form class="deny" method="post" action="${action}/deny"><button type="submit">${escapeHtml(label)}</button></form>`;
}

function languageLink(action: string, language: PageLanguage): string {
  const other = language === 'en' ? 'fr' : 'en';
  return `<footer><a href="${action}?ui_locales=${other}" lang="${other}" hreflang="${other}">${escapeHtml(words[language].otherLanguage)}</a></footer>`;
}
