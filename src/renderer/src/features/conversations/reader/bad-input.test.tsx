import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { inLiveWindow } from '../../../../testing/live-console.ts';
import { renderConsole } from '../../../../testing/render-console.tsx';

inLiveWindow();

/** The reader of a conversation in which just these things were said. */
async function reading(...said: readonly string[]) {
  renderConsole({}, '/conversations/c-9001', ({ api: { archive } }) => {
    const { get } = archive;
    archive.get = async (input) => {
      const answer = await get(input);
      if (!answer.ok) return answer;
      const messages = said.map((text, index) => ({ id: `m-${index}`, index, role: 'customer' as const, text }));
      return { ok: true, value: { ...answer.value, messages } };
    };
  });
  const transcript = await screen.findByRole('region', { name: 'Transcript' });
  await within(transcript).findAllByRole('article');
  return transcript;
}
const textOf = (article: HTMLElement) => article.querySelector('p')?.textContent;

it('shows a message of 50,000 characters whole', async () => {
  const long = 'It still does not work. '.repeat(2_084).slice(0, 50_000);
  const transcript = await reading(long);
  expect(textOf(within(transcript).getByRole('article'))).toBe(long);
});

it('writes each message in its own direction, and keeps what letters are combined of', async () => {
  const hebrew = 'שלום, החשבון שלי 55.99 לא נכון';
  const stacked = 'Z̸̛͎a̴͝l̵̽ǵ̶o';
  const overridden = 'invoice ‮fdp.exe';
  const transcript = await reading(hebrew, stacked, overridden);
  const shown = within(transcript).getAllByRole('article');
  expect(shown.map(textOf)).toEqual([hebrew, stacked, overridden]);
  for (const article of shown) expect(article.querySelector('p')?.getAttribute('dir')).toBe('auto');
});

it('makes nothing of markup and scripts', async () => {
  const markup =
    '<img src=x onerror="globalThis.hit = 1"><script>globalThis.hit = 1</script><a href="javascript:1">go</a>';
  const transcript = await reading(markup);
  expect(textOf(within(transcript).getByRole('article'))).toBe(markup);
  expect(transcript.querySelector('img, script, a')).toBeNull();
});
