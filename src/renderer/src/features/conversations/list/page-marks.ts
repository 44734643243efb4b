/** Where pages begin that were read, and what asks for them again. */
export class PageMarks {
  /** By place, each page up to the next one's. */
  #pages: { readonly start: number; readonly mark: string | undefined }[] = [{ start: 0, mark: undefined }];

  /** @param start place of the page's first entry @param mark what asks for it */
  note(start: number, mark: string): void {
    const at = this.#pages.findLastIndex((page) => page.start <= start);
    const isThere = this.#pages[at]?.start === start;
    // The first page is asked for without a mark, which no instance forgets.
    if (start > 0) this.#pages.splice(isThere ? at : at + 1, isThere ? 1 : 0, { start, mark });
  }

  /** The mark of the page that holds a place; undefined for the first page. */
  at(place: number): string | undefined {
    return this.#pages.findLast(({ start }) => start <= place)?.mark;
  }

  /** The instance knows them no more. */
  forget(): void {
    this.#pages = this.#pages.slice(0, 1);
  }
}
