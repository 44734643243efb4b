import type { CDPSession, Page } from '@playwright/test';

const TRACED = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'cc', 'blink'];

/** Measures a page's main thread and heap by the browser's own account. */
export class PageMeter {
  readonly page: Page;
  readonly #cdp: CDPSession;

  private constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.#cdp = cdp;
  }

  static async attach(page: Page): Promise<PageMeter> {
    const cdp = await page.context().newCDPSession(page);
    // CPU time, so that what other programs take from this machine is not counted.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new PageMeter(page, cdp);
  }

  /** Seconds that the page's main thread has worked. */
  busySeconds(): Promise<number> {
    return this.#metric('TaskDuration');
  }

  /** Seconds of that work that were scripts. */
  scriptSeconds(): Promise<number> {
    return this.#metric('ScriptDuration');
  }

  /** How often the page was laid out: once with each frame that changed something. */
  layouts(): Promise<number> {
    return this.#metric('LayoutCount');
  }

  /** Bytes on the page's heap after a collection. */
  async heap(): Promise<number> {
    await this.#cdp.send('HeapProfiler.collectGarbage');
    return this.#metric('JSHeapUsedSize');
  }

  /**
   * Samples the page's scripts while `run` runs.
   * @returns a profile in the format of `.cpuprofile` files
   */
  async profile(run: () => Promise<unknown>): Promise<unknown> {
    await this.#cdp.send('Profiler.enable');
    await this.#cdp.send('Profiler.setSamplingInterval', { interval: 500 });
    await this.#cdp.send('Profiler.start');
    await run();
    const { profile } = await this.#cdp.send('Profiler.stop');
    await this.#cdp.send('Profiler.disable');
    return profile;
  }

  /**
   * Records what the browser does for the page while `run` runs: style, layout, paint, scripts.
   * @returns a trace in the format that DevTools and Perfetto open
   */
  async trace(run: () => Promise<unknown>): Promise<unknown> {
    const traceEvents: unknown[] = [];
    this.#cdp.on('Tracing.dataCollected', ({ value }) => traceEvents.push(...value));
    const complete = new Promise((done) => this.#cdp.once('Tracing.tracingComplete', done));
    await this.#cdp.send('Tracing.start', {
      traceConfig: { includedCategories: TRACED },
      transferMode: 'ReportEvents',
    });
    await run();
    await this.#cdp.send('Tracing.end');
    await complete;
    return { traceEvents };
  }

  async #metric(name: string): Promise<number> {
    const { metrics } = await this.#cdp.send('Performance.getMetrics');
    const metric = metrics.find((one) => one.name === name);
    if (metric === undefined) throw new Error(`the browser does not tell ${name}`);
    return metric.value;
  }
}
