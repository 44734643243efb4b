import { expect, type Page } from '@playwright/test';
import { maskOf } from '../../src/shared/models/mask.ts';
import type { Observer } from '../fixtures/observer.ts';

/** What a row says of a conversation, in the words of the instance. */
interface ShownRow {
  readonly id: string;
  readonly flow: string;
  readonly functions: string;
  readonly human: string;
}

/** Statuses of what goes on; a conversation that has ended stays on the screen for a minute with another one. */
const GOES_ON: readonly string[] = ['In progress', 'Queued', 'Human handoff'];

/** The rows on the screen of conversations that go on. */
const shown = (page: Page): Promise<readonly ShownRow[]> =>
  page
    .getByRole('grid')
    .locator('tr[data-row]:not([data-gone])')
    .evaluateAll((all, goesOn) => {
      const cellOf = (row: (typeof all)[number], column: string) =>
        row.querySelector(`td[data-column="${column}"]`)?.textContent ?? '';
      return all
        .filter((row) => goesOn.includes(cellOf(row, 'status')))
        .map((row) => {
          const handler = cellOf(row, 'handler');
          const named = row.querySelector('td[data-column="handler"] svg') !== null || handler === 'You';
          return {
            id: row.getAttribute('data-row') ?? '',
            flow: cellOf(row, 'flow'),
            functions: cellOf(row, 'functions'),
            human: named ? handler : '',
          };
        })
        .sort((one, other) => (one.id < other.id ? -1 : 1));
    }, GOES_ON);

/**
 * The list on the screen is the instance's: the same conversations, each in the same state, held by the same person,
 * none missing and none twice. The list has to be short enough to be on the screen as a whole.
 */
export async function expectRowsOf(page: Page, observer: Observer): Promise<void> {
  await page.mouse.move(4, 4);
  await expect(async () => {
    const rows = await shown(page);
    const truth = await observer.live();
    expect(truth.length).toBeGreaterThan(3);
    expect(rows).toEqual(
      truth
        .map(({ transcriptId, flow, state, functionCallCount, handledBy }) => ({
          id: transcriptId,
          flow: `${flow.name} › ${state}`,
          functions: String(functionCallCount),
          human: handledBy.kind === 'human' ? (handledBy.name ?? '').replace('Avery Tremblay', 'You') : '',
        }))
        .sort((one, other) => (one.id < other.id ? -1 : 1)),
    );
  }).toPass({ timeout: 20_000, intervals: [250] });
}

/** The end of the open transcript is the end of the instance's: each text once and in its place. */
export async function expectTranscriptOf(page: Page, observer: Observer, id: string): Promise<void> {
  await expect(async () => {
    const texts = await page
      .getByRole('region', { name: 'Transcript' })
      .locator('article > p:first-child')
      .allTextContents();
    const truth = await observer.texts(id);
    expect(texts.length).toBeGreaterThan(0);
    // As the operator is shown it, who did not choose otherwise: numbers and addresses hidden.
    expect(texts).toEqual(truth.slice(-texts.length).map(maskOf('numbers').text));
  }).toPass({ timeout: 20_000, intervals: [250] });
}
