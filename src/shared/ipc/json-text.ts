/**
 * A value that is written down as JSON already. Whoever only hands it on need not read it: a page of what was found would be
 * read and written again on each step from the store to the window.
 */
export class JsonText<T> {
  readonly text: string;
  /** Never set; carries the type of the value. */
  declare readonly of?: T;

  /** @param text JSON of a `T`; nobody checks. */
  constructor(text: string) {
    this.text = text;
  }

  read(): T {
    return JSON.parse(this.text);
  }
}

/** What is read in the end: the value of a text. */
export type Read<O> = O extends JsonText<infer T> ? T : O;
