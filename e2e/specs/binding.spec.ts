import { z } from 'zod';
import { describedApi } from '../fixtures/observer.ts';
import { withOtherDescription } from '../fixtures/other-hosts.ts';
import { openAt, openLive, signInAs } from '../fixtures/signed-in.ts';
import { expect, STILL, test } from '../fixtures/test.ts';
import { Report } from '../pages/report.ts';
import { SignIn } from '../pages/sign-in.ts';

for (const dialect of ['primary', 'harbour']) {
  test.describe(`the binding report of the ${dialect} dialect`, () => {
    test.use({ simulatorFlags: ['--conversations', '20', ...STILL, '--dialect', dialect] });

    test('shows every operation bound', async ({ simulator, open }) => {
      const { console } = await openLive(simulator, open);
      const report = new Report(console.window);
      await report.show();
      await expect(console.window.getByText(/^(\d+) of \1 operations bound$/u)).toBeVisible();
      await expect(report.row('Take over')).toContainText('Bound');
    });
  });
}

/** Where a deployment of its own might have taking over, and where the simulator has it. */
const OWN_PLACE = '/own/{tenant}/desk/{transcriptId}/grab';
const USUAL_PLACE = '/api/org/{tenant}/v2/webchat/{transcriptId}/CsrTakeOver';

test('a place chosen by hand is used, outlives a restart, and can be taken back', async ({
  simulator,
  open,
  userData,
}) => {
  const document = z.looseObject({ paths: z.record(z.string(), z.unknown()) }).parse(await describedApi(simulator));
  const { [USUAL_PLACE]: takeOver } = document.paths;
  const text = JSON.stringify({ ...document, paths: { ...document.paths, [OWN_PLACE]: takeOver } });
  const grabs: string[] = [];
  const gateway = await withOtherDescription(
    simulator.url,
    () => text,
    (path) => {
      const [, tenant, id] = /^\/own\/([^/]+)\/desk\/([^/]+)\/grab$/u.exec(path) ?? [];
      if (tenant === undefined || id === undefined) return path;
      grabs.push(id);
      return `/api/org/${tenant}/v2/webchat/${id}/CsrTakeOver`;
    },
  );
  const launch = { userData, settings: { apiUrl: gateway.url } };

  const first = await openLive(simulator, open, launch);
  const report = new Report(first.console.window);
  await report.show();
  await report.bindByHand('Take over', `POST ${OWN_PLACE}`);
  await expect(report.row('Take over')).toContainText('set by hand');
  await first.console.close();

  const { console, live } = await openLive(simulator, open, { ...launch, vaultAnswered: true });
  await live.openAiConversation('');
  const id = await live.openId();
  await live.action('Take over').click();
  await expect(live.replyField).toBeVisible();
  expect(grabs).toEqual([id]);

  const kept = new Report(console.window);
  await kept.show();
  await expect(kept.row('Take over')).toContainText('set by hand');
  await kept.bindAutomatically('Take over');
  await expect(kept.row('Take over')).toContainText('documented path');
  await console.close();
  await gateway.close();
});

test('somebody who may only read is told which permission is missing', async ({ simulator, open }) => {
  const { live } = await openLive(simulator, open, { account: 'Robin Chen' });
  await live.openAiConversation('');
  await live.action('Take over').click();
  await expect(live.notice.getByRole('heading', { name: 'You may not do this' })).toBeVisible();
  await expect(live.notice.getByText(/“chat:csr”/)).toBeVisible();
  await expect(live.action('Take over')).toBeEnabled();
});

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const documents = {
  'a web page': { text: '<!doctype html><h1>Log in</h1>', code: 'openapi-not-json' },
  'a document of another version': { text: '{"swagger":"2.0","paths":{}}', code: 'openapi-version' },
  'nested without end': { text: deep(200_000), code: 'openapi-too-deep' },
  'not what it says': { text: '{"openapi":"3.1.0","paths":[7]}', code: 'openapi-malformed' },
};

test('an API description that cannot be trusted is refused by name, and the built-in operations remain', async ({
  simulator,
  open,
}) => {
  let text = '';
  const gateway = await withOtherDescription(simulator.url, () => text);
  for (const [what, document] of Object.entries(documents)) {
    await test.step(what, async () => {
      text = document.text;
      const console = await openAt(simulator, open, { settings: { apiUrl: gateway.url } });
      await signInAs(console, 'Avery Tremblay');
      await new SignIn(console.window).keepInMemory();
      const report = new Report(console.window);
      await report.show();
      await expect(report.problem).toContainText('The document could not be used');
      await expect(report.problem).toContainText(document.code);
      await expect(console.window.getByText('Built into the console: the five public operations')).toBeVisible();
      await expect(report.row('Take over')).toContainText('built in');
      await console.close();
    });
  }
  await gateway.close();
});
