import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { silentLog } from '../../src/main/storage/log.ts';
import { pastKey } from '../../src/main/telemetry/past-key.ts';
import { PastStore } from '../../src/main/telemetry/past-store.ts';
import { observe } from '../fixtures/observer.ts';
import { openLive } from '../fixtures/signed-in.ts';
import { expect, test } from '../fixtures/test.ts';
import { MissionControl } from '../pages/mission-control.ts';

// The world goes on: metrics are of what happens.
test.use({ simulatorFlags: ['--conversations', '40'] });

const TENANT = 'maritime-telecom';
const MINUTE = 60_000;
const POOL = 'Model pool in use';

test('an incident reddens its tile, is told once, is acknowledged, and leads to its conversations', async ({
  simulator,
  open,
}) => {
  const { console } = await openLive(simulator, open);
  const { window } = console;
  const mission = new MissionControl(window);
  await mission.show();
  await mission.fromBoardMenu('Administrator');
  await expect(mission.tile(POOL)).toHaveAttribute('data-band', 'ok');

  await mission.fromTileMenu(POOL, 'Set an alert…');
  const rule = window.getByRole('region', { name: POOL, exact: true });
  await rule.getByRole('spinbutton', { name: 'for at least (s)' }).fill('0');
  await rule.getByRole('button', { name: 'Try on the last day' }).click();
  await expect(rule.getByRole('status')).toContainText(/fired/);
  await rule.getByRole('button', { name: 'Off' }).click();
  await rule.getByRole('button', { name: 'Save the rule' }).click();
  await mission.show();
  await mission.fromBoardMenu('Administrator');

  await simulator.admin('incidents', { kind: 'model-pool', tenant: TENANT, places: 0 });
  await expect(mission.tile(POOL)).toHaveAttribute('data-band', 'alarm');
  await expect(mission.pressures).toContainText(/The model pool is full/);

  await test.step('the pointer moves one cross-hair through all charts, a drag selects what the table is about', async () => {
    const chart = mission.chart(POOL);
    await chart.locator('canvas').scrollIntoViewIfNeeded();
    const box = await chart.locator('canvas').boundingBox();
    if (box === null) throw new Error('No chart.');
    const middle = box.y + box.height / 2;
    await window.mouse.move(box.x + box.width * 0.5, middle);
    const pointed = window.getByTestId('pointed');
    await expect(pointed).toHaveCount(8);
    const times = (await pointed.allTextContents()).map((text) => text.slice(0, 5));
    expect(new Set(times).size).toBe(1);
    await window.mouse.down();
    await window.mouse.move(box.x + box.width * 0.9, middle, { steps: 4 });
    await window.mouse.up();
    const behind = window.getByTestId('behind');
    await expect(behind).toHaveAttribute('data-selected', 'true');
    await expect(behind.getByRole('heading', { level: 2 })).toContainText(`Behind the selection · ${times[0]}`);
    await window.keyboard.press('Escape');
    await expect(behind).toHaveAttribute('data-selected', 'false');
  });

  await window.getByRole('link', { name: 'Alerts' }).click();
  const told = window.getByRole('list', { name: 'Inbox' }).getByRole('listitem').filter({ hasText: POOL });
  await expect(told).toHaveCount(1);
  await told.getByRole('button', { name: 'Why did I get this?' }).click();
  await expect(told).toContainText(/was 100/);
  await told.getByRole('button', { name: 'Acknowledge' }).click();
  // The world goes on: a conversation may ask for a look meanwhile.
  await expect(told).toContainText('Seen');

  await mission.show();
  await mission.fromBoardMenu('Administrator');
  await mission.tile(POOL).getByTitle('Show conversations').click();
  const observer = await observe(simulator, TENANT);
  // Rows keep their places under the pointer.
  await window.mouse.move(4, 4);
  await expect(async () => {
    const rows = await window
      .getByRole('grid')
      .locator('tr[data-row]:not([data-gone])')
      .evaluateAll((all) => all.map((row) => row.getAttribute('data-row') ?? '').sort());
    const truth = (await observer.live()).filter(({ status }) => status === 'in-progress');
    expect(truth.length).toBeGreaterThan(3);
    expect(rows).toEqual(truth.map(({ transcriptId }) => transcriptId).sort());
  }).toPass({ timeout: 20_000, intervals: [250] });
  await test.step('a number of the past leads to the archive of that time', async () => {
    await mission.show();
    const started = window.getByTestId('behind').getByRole('button', { name: /^.*, Started: [1-9]/ });
    const flow = (await started.first().getAttribute('aria-label'))?.split(', Started')[0] ?? '';
    await started.first().click();
    await expect(window.getByRole('combobox', { name: 'Search conversations' })).toHaveValue(
      /^flow:.* after:\S+ before:/,
    );
    const rows = window.getByRole('grid', { name: 'Conversations' }).getByRole('row');
    await expect(rows.nth(1)).toBeVisible();
    for (const text of (await rows.allTextContents()).slice(1)) expect(text).toContain(flow);
  });
  // It lasted all the while, and was told once.
  await window.getByRole('link', { name: 'Alerts' }).click();
  await expect(told).toHaveCount(1);

  await test.step('the hand-over lists both, is signed, journaled and kept', async () => {
    await mission.show();
    await window.getByRole('button', { name: 'Hand over…' }).click();
    await expect(window.getByRole('list', { name: /^Incidents/ })).toContainText(/goes on/);
    await expect(window.getByRole('list', { name: 'Open alerts' })).toContainText(POOL);
    await window.getByRole('textbox', { name: 'Taken over by' }).fill('Robin');
    await window.getByRole('button', { name: 'Sign and take over' }).click();
    await expect(window.getByText(/^Signed by Robin at .*, at the console of Avery Tremblay\.$/)).toBeVisible();
    await window.getByRole('link', { name: 'Journal' }).click();
    await expect(window.getByRole('cell', { name: 'Sign a shift hand-over' })).toBeVisible();
  });
});

test('an outage is a gap that nothing is drawn across, until the instance tells what happened meanwhile', async ({
  simulator,
  userData,
  open,
}) => {
  const now = Date.now();
  await mkdir(join(userData, 'telemetry'), { recursive: true });
  const past = new PastStore({ path: join(userData, 'telemetry', 'past.sqlite'), now: () => now, log: silentLog });
  for (let minutes = 62; minutes >= 30; minutes -= 1) {
    past.record(
      pastKey({ embedded: false, apiUrl: simulator.url }, TENANT),
      [{ metric: 'conversations.inProgress', labels: {}, value: 7 }],
      now - minutes * MINUTE,
    );
  }
  past.close();
  await simulator.faults({ kind: 'unavailable', operation: 'getMetricHistory', retryAfterSeconds: 1 });

  const first = await openLive(simulator, open, { userData });
  const before = new MissionControl(first.console.window);
  await before.show();
  const name = 'Conversations in progress';
  await expect(before.chart(name)).toHaveAttribute(
    'aria-description',
    /^From 7 conversations to .*1 gap without values\.$/,
  );
  await before
    .tile(name)
    .getByRole('button', { name: /^Open / })
    .click();
  const dialog = first.console.window.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Show as a table' }).click();
  await expect(dialog.getByRole('cell', { name: 'no data' })).not.toHaveCount(0);
  await first.console.close();

  await simulator.clearFaults();
  const second = await openLive(simulator, open, { userData, vaultAnswered: true });
  const after = new MissionControl(second.console.window);
  await after.show();
  // What was kept is still there, and the rest has come.
  await expect(after.chart(name)).toHaveAttribute('aria-description', /^From 7 conversations to (?!.*gap)/);
});
