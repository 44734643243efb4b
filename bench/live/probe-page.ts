import type { Page } from '@playwright/test';
import { z } from 'zod';
import { PageMeter } from '../lib/page-meter.ts';

const paintsSchema = z.array(z.tuple([z.string(), z.number(), z.number()]));
const scrolledSchema = z.object({ frames: z.number(), ms: z.number(), longest: z.number() });
export type Paint = z.infer<typeof paintsSchema>[number];
export type Scrolled = z.infer<typeof scrolledSchema>;

/** A page with the probe in it: the console's window, or the peer. */
export class ProbePage {
  readonly page: Page;
  readonly meter: PageMeter;

  private constructor(page: Page, meter: PageMeter) {
    this.page = page;
    this.meter = meter;
  }

  /** @param probe the probe's code */
  static async attach(page: Page, probe: string): Promise<ProbePage> {
    await page.locator('[data-row]').first().waitFor({ timeout: 30_000 });
    const meter = await PageMeter.attach(page);
    await page.evaluate(`${probe}\nbenchProbe.start()`);
    return new ProbePage(page, meter);
  }

  /** What was drawn since this was last asked. */
  async paints(): Promise<readonly Paint[]> {
    return paintsSchema.parse(await this.page.evaluate('benchProbe.takePaints()'));
  }

  /** Milliseconds of long tasks (over 50 ms) since this was last asked. */
  async longTasks(): Promise<number> {
    return z.number().parse(await this.page.evaluate('benchProbe.takeLongTasks()'));
  }

  /** The moment at which an event made at `stamp` or later was drawn (epoch ms). */
  async painted(stamp: number): Promise<number> {
    return z.number().parse(await this.page.evaluate(`benchProbe.painted(${stamp})`));
  }

  async scroll(ms: number): Promise<Scrolled> {
    return scrolledSchema.parse(await this.page.evaluate(`benchProbe.scroll(${ms})`));
  }

  /** Clicks on the first row; milliseconds until the text is drawn. */
  async open(text: string): Promise<number> {
    return z.number().parse(await this.page.evaluate(`benchProbe.open(${JSON.stringify(text)})`));
  }
}
