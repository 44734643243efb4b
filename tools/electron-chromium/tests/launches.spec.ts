import { rmSync } from 'node:fs';
import { expect, expectNothingLeft, launch, test } from './launch.ts';

// A handful by default, which each run of the tests can pay for; `npm run soak` makes it fifty.
const launches = Number(process.env['LAUNCHES'] ?? 10);

test('many launches in a row @launches', async () => {
  test.setTimeout(launches * 5000);
  const times: number[] = [];
  for (let count = 0; count < launches; count++) {
    const begun = performance.now();
    const { app, page, folder } = await launch();
    expect(await page.evaluate('fixture.add(1, 2)')).toBe(3);
    times.push(performance.now() - begun);
    const child = app.process();
    await app.close();
    expect(child.exitCode).toBe(0);
    await expectNothingLeft(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  const sorted = times.toSorted((left, right) => left - right);
  const milliseconds = (share: number) => Math.round(sorted[Math.floor(share * (launches - 1))] ?? 0);
  console.log(`launch to usable, ms: median ${milliseconds(0.5)}, slowest ${milliseconds(1)}`);
});
