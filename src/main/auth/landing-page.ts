import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LandingKind, type LandingLanguage, landingTexts } from './landing-texts.ts';

/** The last page of a sign-in, shown in the system browser by the loopback listener. */
export interface LandingPage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface LandingPages {
  /** @param acceptLanguage the browser's header; the page is in both languages, this decides which comes first */
  page(kind: LandingKind, acceptLanguage: string | undefined): LandingPage;
}

/**
 * Reads the page's template (`landing.html`) from a folder once. The policy lets nothing in but the page's own style, by
 * its hash: no script, no picture, no font, no form, no frame.
 *
 * @throws the system's error when the folder lacks the template
 */
export async function readLandingPages(folder: string): Promise<LandingPages> {
  const template = await readFile(join(folder, 'landing.html'), 'utf8');
  return {
    page(kind, acceptLanguage) {
      const html = fill(template, kind, preferred(acceptLanguage));
      return { html, headers: headersFor(html) };
    },
  };
}

function fill(template: string, kind: LandingKind, lang: LandingLanguage): string {
  const other = lang === 'en' ? 'fr' : 'en';
  const values: Readonly<Record<string, string>> = {
    lang,
    title: landingTexts[lang][kind].title,
    text: landingTexts[lang][kind].text,
    'other-lang': other,
    'other-title': landingTexts[other][kind].title,
    'other-text': landingTexts[other][kind].text,
    'accent-light': kind === 'success' ? '#1a7f4b' : '#9a5b00',
    'accent-dark': kind === 'success' ? '#4cc38a' : '#e0a33e',
  };
  return template.replaceAll(/\{\{([a-z-]+)\}\}/gu, (_, name: string) => values[name] ?? '');
}

function headersFor(html: string): Readonly<Record<string, string>> {
  const style = /<style>([\s\S]*?)<\/style>/u.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    vary: 'accept-language',
  };
}

/** French comes first when the browser prefers it to English. */
function preferred(acceptLanguage = ''): LandingLanguage {
  const first = acceptLanguage
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((language) => language === 'fr' || language === 'en');
  return first === 'fr' ? 'fr' : 'en';
}
