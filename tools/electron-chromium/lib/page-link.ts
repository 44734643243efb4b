/** The messages between the main process and the preload's world of one page. */
import type { CdpSession } from './cdp.ts';
import { makeCodec } from './codec.ts';
import { linkNames, mainWorldScript, preloadWorldName, preloadWorldScript } from './page-scripts.ts';
import type { FromPage, ToPage } from './renderer/preload-world.ts';

const codec = makeCodec();

export class PageLink {
  private readonly onMessage: (message: FromPage) => void;
  private session: CdpSession | undefined;
  private world: number | undefined;
  private queue: string[] = [];
  private aside: string[] = [];
  private isFlushing = false;

  constructor(onMessage: (message: FromPage) => void) {
    this.onMessage = onMessage;
  }

  /** Counts the documents there have been: an answer to an earlier one is dropped. */
  get document(): number | undefined {
    return this.world;
  }

  /** Prepares a page, before anything is loaded in it. */
  async attach(session: CdpSession, targetId: string, preload: string | undefined): Promise<void> {
    this.session = session;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== preloadWorldName || context.auxData?.frameId !== targetId) return;
      this.world = context.id;
      this.flush();
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.world) this.world = undefined;
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.world = undefined;
      this.forget();
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      // Written by the preload world's own code, which a page cannot reach.
      if (name === linkNames.binding && executionContextId === this.world)
        this.onMessage(codec.decode(payload) as FromPage);
    });
    const add = 'Page.addScriptToEvaluateOnNewDocument';
    await Promise.all([
      session.send('Runtime.addBinding', { name: linkNames.binding, executionContextName: preloadWorldName }),
      session.send(add, { worldName: preloadWorldName, source: preloadWorldScript(preload) }),
      session.send(add, { source: mainWorldScript() }),
    ]);
  }

  /**
   * Sends a message, in one protocol call with all others of this turn of the loop.
   * @throws for values that cannot be cloned
   */
  post(message: ToPage): void {
    this.queue.push(codec.encode(message, this.aside));
    if (this.isFlushing) return;
    this.isFlushing = true;
    setImmediate(() => {
      this.isFlushing = false;
      this.flush();
    });
  }

  /** Forgets what was not sent. */
  close(): void {
    this.forget();
    this.world = undefined;
  }

  private forget(): void {
    this.queue = [];
    this.aside = [];
  }

  private flush(): void {
    if (this.world === undefined || this.queue.length === 0) return;
    const { queue, aside } = this;
    this.forget();
    this.session
      ?.send('Runtime.callFunctionOn', {
        functionDeclaration: `function(queue,...aside){${linkNames.receive}(queue,aside)}`,
        executionContextId: this.world,
        // Texts as arguments of their own are the cheapest there is to carry.
        arguments: [{ value: queue }, ...aside.map((value) => ({ value }))],
        silent: true,
      })
      // The document is gone, and its messages with it.
      .catch(() => {});
  }
}
