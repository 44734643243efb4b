import { completeSignIn } from '../../tools/headless-sign-in/complete-sign-in.ts';
import { openAt } from '../fixtures/signed-in.ts';
import { expect, test } from '../fixtures/test.ts';
import { VAULT_ASKS } from '../pages/sign-in.ts';
import { expectWordsToFit } from '../pages/wording.ts';

const views = {
  'Centre de contrôle': 'Conversations en cours',
  'Rapport de liaison': 'Prendre la main',
  Préférences: 'Thème',
  Connexion: 'Instance',
  'Vue en direct': 'Agent IA',
} as const;

test('everything that is done with a conversation is worded in French, and its words fit', async ({
  simulator,
  open,
}) => {
  const console = await openAt(simulator, open);
  const { window } = console;
  await window.getByRole('button', { name: 'Français' }).click();
  await expect(window.getByRole('heading', { name: 'Se connecter à Dialai', level: 1 })).toBeVisible();
  await expectWordsToFit(window);

  await window.getByRole('button', { name: 'Se connecter par le navigateur' }).click();
  const url = await console.nextOpened();
  expect(new URL(url).searchParams.get('ui_locales')).toBe('fr');
  await expectWordsToFit(window);
  const landing = await completeSignIn(url, { account: 'Avery Tremblay' });
  expect(landing.html).toContain('Vous pouvez fermer cet onglet');
  if (VAULT_ASKS) {
    const memory = window.getByRole('button', { name: 'Garder en mémoire seulement' });
    await expect(memory).toBeVisible();
    await expectWordsToFit(window);
    await memory.click();
  }

  for (const [view, word] of Object.entries(views)) {
    await window.getByRole('navigation').getByRole('link', { name: view }).click();
    await expect(window.getByRole('main').getByText(word).first()).toBeVisible();
    await expectWordsToFit(window);
  }

  await window.getByRole('row').filter({ hasText: 'Agent IA' }).first().click();
  const takeOver = window.getByRole('button', { name: /^Prendre en charge/ });
  await expect(takeOver).toBeEnabled();
  await expectWordsToFit(window);
  await takeOver.click();
  const reply = window.getByRole('textbox', { name: 'Répondre au client' });
  await expect(reply).toBeVisible();
  await expectWordsToFit(window);
  await reply.fill('Bonjour, je prends le relais.');
  await reply.press('Enter');
  await expect(window.getByRole('article').getByText('Bonjour, je prends le relais.')).toHaveCount(1);
  await window.getByRole('button', { name: 'Terminer…' }).click();
  await expect(window.getByRole('alertdialog')).toBeVisible();
  await expectWordsToFit(window);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('combobox')).toBeVisible();
  await expectWordsToFit(window);
});
