import { bytes, doubles, words } from './columns.ts';

/** One call that was placed to a contact. Times are epoch milliseconds. */
export interface StoredAttempt {
  readonly contact: number;
  readonly at: number;
  /** Undefined while it goes on, and for one that never reported back. */
  readonly endedAt: number | undefined;
  readonly disposition: string | undefined;
  readonly transcriptId: string | undefined;
  readonly unreported: boolean;
}

/** The calls of one campaign in the order they were placed, linked backwards contact by contact; 33 bytes each. */
export class AttemptStore {
  readonly #contact = words();
  readonly #before = words();
  readonly #at = doubles();
  readonly #endedAt = doubles();
  readonly #transcript = doubles();
  readonly #disposition = bytes();
  readonly #unreported = bytes();
  readonly #dispositions: string[] = [''];

  get length(): number {
    return this.#at.length;
  }

  /**
   * @param before the contact's latest attempt so far, its place plus one; 0 for none
   * @param transcript number of the conversation; 0 where none was kept
   * @returns the place of the attempt
   */
  add(contact: number, before: number, at: number, transcript: number): number {
    this.#contact.push(contact);
    this.#before.push(before);
    this.#at.push(at);
    this.#endedAt.push(0);
    this.#transcript.push(transcript);
    this.#disposition.push(0);
    this.#unreported.push(0);
    return this.#at.length - 1;
  }

  end(place: number, endedAt: number, disposition: string): void {
    let code = this.#dispositions.indexOf(disposition);
    if (code < 0) code = this.#dispositions.push(disposition) - 1;
    this.#endedAt.set(place, endedAt);
    this.#disposition.set(place, code);
  }

  setUnreported(place: number, unreported: boolean): void {
    this.#unreported.set(place, unreported ? 1 : 0);
  }

  get(place: number): StoredAttempt {
    const endedAt = this.#endedAt.at(place);
    const transcript = this.#transcript.at(place);
    return {
      contact: this.#contact.at(place),
      at: this.#at.at(place),
      endedAt: endedAt === 0 ? undefined : endedAt,
      disposition: this.#dispositions[this.#disposition.at(place)] || undefined,
      transcriptId: transcript === 0 ? undefined : `c-${transcript}`,
      unreported: this.#unreported.at(place) === 1,
    };
  }

  /** The attempts of one contact, oldest first. @param last its latest, place plus one; 0 for none */
  chain(last: number): readonly StoredAttempt[] {
    const found: StoredAttempt[] = [];
    for (let next = last; next > 0; next = this.#before.at(next - 1)) found.push(this.get(next - 1));
    return found.reverse();
  }

  /** The disposition of the latest of a contact's attempts that has one. */
  disposition(last: number): string | undefined {
    for (let next = last; next > 0; next = this.#before.at(next - 1)) {
      const code = this.#disposition.at(next - 1);
      if (code !== 0) return this.#dispositions[code];
    }
    return undefined;
  }
}
