import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { ok } from '../../../../testing/fake-envelopes.ts';
import { inLiveWindow } from '../../../../testing/live-console.ts';
import { renderConsole } from '../../../../testing/render-console.tsx';

inLiveWindow();
afterEach(() => vi.restoreAllMocks());

it('marks what is heard, and plays from what is pressed', async () => {
  // jsdom plays nothing.
  const play = vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
  URL.createObjectURL ??= () => 'blob:recording';
  URL.revokeObjectURL ??= () => undefined;
  const { user } = renderConsole({}, '/conversations/c-9002', (fake) => {
    fake.api.archive.recording = async () => ok({ bytes: new Uint8Array([1]), type: 'audio/wav' });
  });
  const transcript = await screen.findByRole('region', { name: 'Transcript' });
  const line = (text: string) => within(transcript).getByText(text).closest('[data-index]');
  await within(transcript).findByText('This is unacceptable.');
  // Without a recording there is nothing to play from a line.
  expect(within(transcript).queryByRole('button', { name: 'Play from here' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Listen to the recording' }));
  const audio = await screen.findByLabelText('Recording');
  if (!(audio instanceof HTMLAudioElement)) throw new Error('no recording');

  fireEvent.loadedMetadata(audio);
  fireEvent.timeUpdate(audio, { target: { currentTime: 5 } });
  await waitFor(() => expect(line('Let me look at your invoice.')).toHaveProperty('dataset.playing', 'true'));
  fireEvent.timeUpdate(audio, { target: { currentTime: 9.5 } });
  await waitFor(() => expect(line('This is unacceptable.')).toHaveProperty('dataset.playing', 'true'));
  expect(line('Let me look at your invoice.')).not.toHaveProperty('dataset.playing', 'true');

  await user.click(within(transcript).getByText('Let me look at your invoice.'));
  expect(audio.currentTime).toBe(4);
  expect(play).toHaveBeenCalledOnce();
  await user.click(within(transcript).getAllByRole('button', { name: 'Play from here' })[2] ?? transcript);
  expect(audio.currentTime).toBe(9);
  // A press that ends a selection of text is none.
  vi.spyOn(document, 'getSelection').mockReturnValue(Object.assign(Object.create(null), { isCollapsed: false }));
  fireEvent.click(within(transcript).getByText('There is a charge I do not recognise.'));
  expect(audio.currentTime).toBe(9);
});
