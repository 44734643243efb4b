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
  /** The number of the last message of this document, and those after it that came too early. */
  private heard = 0;
  private readonly overtaking = new Map<number, string>();

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
      this.enter(context.id);
      this.flush();
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.world) this.enter(undefined);
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.enter(undefined);
      this.forget();
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      // Written by the preload world's own code, which a page cannot reach.
      if (name === linkNames.binding && executionContextId === this.world) this.take([payload]);
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
    this.enter(undefined);
  }

  /** Hands on numbered messages, and those that came before their turn. */
  private take(numbered: readonly string[]): void {
    for (const text of numbered) {
      const space = text.indexOf(' ');
      this.overtaking.set(Number(text.slice(0, space)), text.slice(space + 1));
    }
    const next = () => this.overtaking.get(this.heard + 1);
    for (let text = next(); text !== undefined; text = next()) {
      this.heard += 1;
      this.overtaking.delete(this.heard);
      this.onMessage(codec.decode(text) as FromPage);
    }
  }

  private enter(world: number | undefined): void {
    this.world = world;
    this.heard = 0;
    this.overtaking.clear();
  }

  private forget(): void {
    this.queue = [];
    this.aside = [];
  }

  private flush(): void {
    const { world, queue, aside } = this;
    if (world === undefined || queue.length === 0) return;
    this.forget();
    this.session?.ask(
      'Runtime.callFunctionOn',
      {
        functionDeclaration: `function(queue,...aside){return ${linkNames.receive}(queue,aside)}`,
        executionContextId: world,
        // Texts as arguments of their own are the cheapest there is to carry.
        arguments: [{ value: queue }, ...aside.map((value) => ({ value }))],
        silent: true,
        returnByValue: true,
      },
      ({ result }) => {
        if (world === this.world && Array.isArray(result.value)) this.take(result.value.map(String));
      },
      // The document is gone, and its messages with it.
      () => {},
    );
  }
}
