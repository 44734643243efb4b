import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Console } from './app/console.tsx';
import { createConsoleRouter } from './app/router.tsx';
import { addLateReasons } from './i18n/failure-words.ts';
import { createI18n } from './i18n/i18n.ts';
import './styles/app.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');

// Until main has told the operator's preferences, the system's are assumed.
if (matchMedia('(prefers-color-scheme: light)').matches) document.documentElement.dataset['theme'] = 'light';
const i18n = createI18n(navigator.language.startsWith('fr') ? 'fr' : 'en');
const router = createConsoleRouter();
// The view of the address is fetched while main says who is signed in, not after.
void router.load();

createRoot(root).render(
  <StrictMode>
    <Console i18n={i18n} router={router} />
  </StrictMode>,
);
// Words of failures that need a screen first: not in the way of the window.
requestIdleCallback(() => void import('./i18n/late-reason-texts.ts').then(({ texts }) => addLateReasons(i18n, texts)), {
  timeout: 2_000,
});
