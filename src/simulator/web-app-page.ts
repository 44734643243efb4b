import { chooseLanguage, page } from './identity/html-page.ts';

const WORDS = {
  en: {
    title: 'Demo instance',
    text: 'A real instance has the Dialai web app here. The demo instance has none; its API is described in',
    link: 'the Swagger page',
  },
  fr: {
    title: 'Instance de démonstration',
    text: 'Une vraie instance a ici l’application web Dialai. La démonstration n’en a pas ; son API est décrite dans',
    link: 'la page Swagger',
  },
} as const;

/** What stands at the root of the instance, where a real one has its web app. */
export function webAppPage(acceptLanguage: string | undefined): Response {
  const language = chooseLanguage(acceptLanguage);
  const { title, text, link } = WORDS[language];
  return page({ title, language, body: `<h1>${title}</h1><p>${text} <a href="/api/swagger">${link}</a>.</p>` });
}
