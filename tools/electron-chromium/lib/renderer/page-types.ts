/**
 * The few members of a page's `window` that the injected scripts use. Node's type checking has no DOM, and including it
 * would let main-process code use it by mistake.
 */

export interface PageEvent {
  readonly defaultPrevented: boolean;
  readonly detail?: unknown;
  readonly relatedTarget?: PageTarget | null;
  readonly button?: number;
  readonly clientX?: number;
  readonly clientY?: number;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly shiftKey?: boolean;
  composedPath(): readonly unknown[];
  preventDefault(): void;
  stopImmediatePropagation(): void;
}

export interface PageTarget {
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
  dispatchEvent(event: PageEvent): boolean;
}

export interface PageAnchor {
  readonly href: string;
  readonly target: string;
}

export interface PageField {
  readonly value: string;
  readonly readOnly: boolean;
  readonly disabled: boolean;
  readonly selectionStart: number | null;
  readonly selectionEnd: number | null;
}

export interface PageWindow extends PageTarget {
  readonly top: unknown;
  readonly Event: new (type: string) => PageEvent;
  readonly CustomEvent: new (type: string, init: { detail: unknown; cancelable: boolean }) => PageEvent;
  readonly MouseEvent: new (type: string, init: { relatedTarget: PageTarget }) => PageEvent;
  readonly EventTarget: { readonly prototype: PageTarget };
  readonly HTMLAnchorElement: abstract new () => PageAnchor;
  readonly HTMLInputElement: abstract new () => PageField;
  readonly HTMLTextAreaElement: abstract new () => PageField;
  getSelection(): { toString(): string } | null;
  readonly MutationObserver: new (
    onChange: () => void,
  ) => { observe(target: unknown, options: Record<string, boolean>): void };
  readonly document: PageTarget & {
    readonly baseURI: string;
    readonly title: string;
    readonly head: unknown;
    createElement(tag: string): PageTarget;
  };
  open(url?: unknown, target?: unknown, features?: unknown): unknown;
  close(): void;
}

/** What both injected scripts are given; the names are random, so that a page cannot guess them. */
export interface LinkNames {
  /** Announces the shared element, and carries the stand-in's own calls. */
  readonly key: string;
  /** The binding a preload world sends to the main process with. */
  readonly binding: string;
  /** The function the main process calls with a batch of messages; answers what the preload world told meanwhile. */
  readonly receive: string;
}
