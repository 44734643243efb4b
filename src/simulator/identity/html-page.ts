import { randomBytes } from 'node:crypto';

export type PageLanguage = 'en' | 'fr';

export interface PageOptions {
  readonly title: string;
  readonly language: PageLanguage;
  /** Trusted HTML: everything from outside must have gone through {@link escapeHtml}. */
  readonly body: string;
  readonly status?: number;
}

/** Chooses the page's language from `ui_locales` or `Accept-Language`; English unless French is asked for first. */
export function chooseLanguage(...preferences: readonly (string | null | undefined)[]): PageLanguage {
  const first = preferences.find((each) => each !== null && each !== undefined && each !== '');
  return first?.trim().toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** Makes text safe inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (each) => entities[each] ?? each);
}

/** Wraps a body into the identity server's page: no script, styles by nonce, light and dark. */
export function page(options: PageOptions): Response {
  const nonce = randomBytes(16).toString('base64');
  const html = `<!doctype html>
<html lang="${options.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${escapeHtml(options.title)} · Dialai</title>
<style nonce="${nonce}">${styles}</style>
</head>
<body><main>${options.body}</main></body>
</html>`;
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    // Chromium applies form-action to redirects too: the answer goes on to the application's loopback port.
    "form-action 'self' http://127.0.0.1:* http://localhost:*",
    'img-src data:',
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return new Response(html, {
    status: options.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });
}

const styles = `
:root { --ground: #f6f7f9; --card: #fff; --ink: #1b2430; --quiet: #56616f; --line: #d6dbe2; --accent: #0f62a8; --alert: #a11d1d }
@media (prefers-color-scheme: dark) {
  :root { --ground: #12161b; --card: #1b2128; --ink: #e8ecf1; --quiet: #a3adb9; --line: #353e49; --accent: #76b7f2; --alert: #ff9d9d }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif }
main { width: min(27rem, 100% - 2rem); margin: 2rem 0; padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px }
h1 { margin: 0 0 .25rem; font-size: 1.375rem; font-weight: 600 }
h2 { margin: 1.5rem 0 .5rem; font-size: .875rem; font-weight: 600 }
p { margin: 0; color: var(--quiet) }
p.alert { margin-top: 1rem; color: var(--alert) }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem }
button, input { width: 100%; min-height: 2.75rem; padding: .5rem .875rem; border: 1px solid var(--line); border-radius: 8px;
  background: transparent; color: inherit; font: inherit; text-align: left }
button { cursor: pointer }
button:hover { border-color: var(--accent) }
button strong { display: block; font-weight: 600 }
button span { display: block; color: var(--quiet); font-size: .875rem }
.row { display: flex; gap: .5rem }
.row button { width: auto; text-align: center; white-space: nowrap }
label { display: block; margin-bottom: .375rem; font-size: .875rem }
form.deny { margin-top: 1.5rem }
form.deny button { text-align: center }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
a { color: var(--accent) }
footer { margin-top: 1.5rem; font-size: .875rem; color: var(--quiet) }
`;
