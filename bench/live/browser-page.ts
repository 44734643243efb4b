import type { CDPSession, Page } from '@playwright/test';
import { z } from 'zod';

const paintsSchema = z.array(z.tuple([z.string(), z.number(), z.number()]));
const scrolledSchema = z.object({ frames: z.number(), ms: z.number(), longest: z.number() });
export type Paint = z.infer<typeof paintsSchema>[number];

/** A page with the probe in it: the console's window, or the peer. */
export class BrowserPage {
  readonly page: Page;
  readonly #cdp: CDPSession;

  private constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.#cdp = cdp;
  }

  /** @param probe the probe's code */
  static async attach(page: Page, probe: string): Promise<BrowserPage> {
    const cdp = await page.context().newCDPSession(page);
    // CPU time, so that what other programs take from this machine is not counted.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.evaluate(`${probe}\nbenchProbe.start()`);
    return new BrowserPage(page, cdp);
  }

  /** What was drawn since this was last asked. */
  async paints(): Promise<readonly Paint[]> {
    return paintsSchema.parse(await this.page.evaluate('benchProbe.takePaints()'));
  }

  /** The moment at which an event made at `stamp` or later was drawn (epoch ms). */
  async painted(stamp: number): Promise<number> {
    return z.number().parse(await this.page.evaluate(`benchProbe.painted(${stamp})`));
  }

  async scroll(ms: number): Promise<z.infer<typeof scrolledSchema>> {
    return scrolledSchema.parse(await this.page.evaluate(`benchProbe.scroll(${ms})`));
  }

  /** Clicks on the first row; milliseconds until the text is drawn. */
  async open(text: string): Promise<number> {
    return z.number().parse(await this.page.evaluate(`benchProbe.open(${JSON.stringify(text)})`));
  }

  /** Seconds that the page's main thread has worked. */
  async busySeconds(): Promise<number> {
    return this.#metric('TaskDuration');
  }

  /** Bytes on the page's heap after a collection. */
  async heap(): Promise<number> {
    await this.#cdp.send('HeapProfiler.collectGarbage');
    return this.#metric('JSHeapUsedSize');
  }

  async #metric(name: string): Promise<number> {
    const { metrics } = await this.#cdp.send('Performance.getMetrics');
    const metric = metrics.find((one) => one.name === name);
    if (metric === undefined) throw new Error(`the browser does not tell ${name}`);
    return metric.value;
  }
}
