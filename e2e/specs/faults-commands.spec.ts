import { observe } from '../fixtures/observer.ts';
import { openLive } from '../fixtures/signed-in.ts';
import { expect, STILL, test } from '../fixtures/test.ts';
import { expectTranscriptOf } from '../pages/live-table.ts';

test.use({ simulatorFlags: ['--conversations', '50', ...STILL] });

test('a command that the instance refuses says why and what to do, and works when it is given again', async ({
  simulator,
  open,
}) => {
  const { live } = await openLive(simulator, open);
  await live.openAiConversation('');
  const refusals = [
    { fault: { kind: 'too-many-requests' }, what: 'The instance is busy', means: /asked to wait 2 s/ },
    { fault: { kind: 'unavailable', retryAfterSeconds: 3 }, what: 'The instance is busy', means: /asked to wait 3 s/ },
    { fault: { kind: 'forbidden' }, what: 'You may not do this', means: /“fault:injected”/ },
    { fault: { kind: 'conflict' }, what: undefined, means: /Jordan Blake took it .* ago/ },
  ];
  for (const { fault, what, means } of refusals) {
    await simulator.faults({ ...fault, operation: 'csrTakeOver', times: 1 });
    await live.action('Take over').click();
    if (what !== undefined) await expect(live.notice.getByRole('heading', { name: what })).toBeVisible();
    await expect(live.notice.getByText(means)).toBeVisible();
    await expect(live.action('Take over')).toBeEnabled();
  }
  await live.action('Take over').click();
  await expect(live.replyField).toBeVisible();
  await expect(live.notice).toHaveCount(0);
});

test('a reply that fails keeps its text; one with a lost answer is never sent twice', async ({ simulator, open }) => {
  const { console, live } = await openLive(simulator, open);
  const observer = await observe(simulator);
  await live.openAiConversation('');
  const id = await live.openId();
  await live.action('Take over').click();
  const said = async (text: string) => (await observer.texts(id)).filter((each) => each === text).length;

  await test.step('refused for now', async () => {
    await simulator.faults({ kind: 'unavailable', operation: 'addCsrMessage', times: 1 });
    await live.reply('I am looking into it.');
    await expect(live.notice.getByText(/asked to wait/)).toBeVisible();
    await expect(live.detail.getByText('Your text is kept.')).toBeVisible();
    await expect(live.replyField).toHaveValue('I am looking into it.');
    expect(await said('I am looking into it.')).toBe(0);
  });

  await test.step('somebody else has it', async () => {
    await simulator.faults({ kind: 'conflict', operation: 'addCsrMessage', times: 1 });
    await live.sendReply();
    await expect(live.notice.getByText(/Jordan Blake took it/)).toBeVisible();
    await expect(live.replyField).toHaveValue('I am looking into it.');
    await live.sendReply();
    await expect(live.message('I am looking into it.')).toHaveCount(1);
    await expect(live.replyField).toHaveValue('');
  });

  await test.step('the answer is slow', async () => {
    await simulator.faults({ kind: 'slow-reply', delayMs: 4000, operation: 'addCsrMessage', times: 1 });
    await live.reply('It takes a moment.');
    await expect(live.detail.getByRole('button', { name: /^Sending/ })).toBeVisible();
    await expect(live.replyField).toHaveValue('');
    expect(await said('It takes a moment.')).toBe(1);
  });

  await test.step('the answer is cut after it took effect', async () => {
    await simulator.faults({ kind: 'truncated-json', operation: 'addCsrMessage', times: 1 });
    await live.reply('Your line is back.');
    await expect(live.message('Your line is back.')).toHaveCount(1);
    await expect(live.replyField).toHaveValue('');
    await expect(live.notice).toHaveCount(0);
    expect(await said('Your line is back.')).toBe(1);
  });
  await expectTranscriptOf(console.window, observer, id);
});

test('a colleague who was quicker is named, and what was typed stays', async ({ simulator, open }) => {
  const { live } = await openLive(simulator, open);
  const observer = await observe(simulator);
  await live.openAiConversation('');
  const transcriptId = await live.openId();
  // The console does not hear of it: after one event that is about another conversation its streams are silent.
  const other = (await observer.live()).find(
    (each) => each.transcriptId !== transcriptId && each.handledBy.kind === 'ai',
  );
  await simulator.faults({ kind: 'stall-stream', every: 1 });
  for (const id of [other?.transcriptId, transcriptId]) {
    await simulator.admin('act', {
      action: 'take-over',
      tenant: observer.tenant,
      transcriptId: id,
      userId: 'u-morgan',
    });
  }
  await live.action('Take over').click();
  await expect(live.notice.getByText(/Morgan Roy/)).toBeVisible();
  const [taken] = (await observer.live()).filter((each) => each.transcriptId === transcriptId);
  expect(taken?.handledBy.name).toBe('Morgan Roy');
});
