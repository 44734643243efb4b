import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkbenchView } from '../../../../shared/models/manifest-workbench.ts';
import { failed } from '../../../testing/fake-envelopes.ts';
import {
  checkedManifest,
  checkingManifest,
  noManifest,
  openManifest,
  receipt,
  uploadingManifest,
} from '../../../testing/fake-manifest.ts';
import { renderConsole } from '../../../testing/render-console.tsx';
import { giveElementsSize } from '../../table/sized-elements.ts';

const now = Date.now();
const which = { tenant: 'northwind', campaign: 'c1' };
const PLACE = '/campaigns/northwind/c1/manifest';
const open = (manifest: WorkbenchView) => renderConsole({ manifest }, PLACE);
const inputsOf = (fake: ReturnType<typeof open>['fake'], name: string) =>
  fake.calls.filter((call) => call.name === `manifests.${name}`).map(({ input }) => input);

let restore: () => void;
beforeEach(() => {
  restore = giveElementsSize({ width: 1200, height: 600 });
});
afterEach(() => restore());

describe('the file', () => {
  it('is chosen, shown as it is read, and its numbers are hidden until they are asked for', async () => {
    const { user, container } = open(noManifest);
    await user.click(await screen.findByRole('button', { name: 'Choose a file…' }));
    await screen.findByText(/contacts-nov\.csv · 106 MB · UTF-8 with BOM · comma/);
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Delimiter' }).value).toBe(',');
    expect(container.textContent).not.toContain('+14165550142');
    await user.click(screen.getByRole('button', { name: 'Show numbers' }));
    expect(container.textContent).toContain('+14165550142');
  });

  it('is read another way when the operator says so; what depends on it is found anew', async () => {
    const { user, fake } = open(openManifest);
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Encoding' }), 'windows-1252');
    expect(inputsOf(fake, 'read')).toEqual([
      { ...which, reading: { encoding: 'windows-1252', delimiter: undefined, headerRow: undefined } },
    ]);
  });

  it('is not checked before a column gives the numbers and what the campaign needs', async () => {
    const { user, fake } = open(openManifest);
    const use = await screen.findByRole('combobox', { name: 'Use of address' });
    await user.selectOptions(use, 'Not uploaded');
    await screen.findByText('The campaign needs the variable address, and no column gives it.');
    await user.click(screen.getByRole('button', { name: 'Check the file' }));
    expect(inputsOf(fake, 'check')).toEqual([]);
    await user.selectOptions(use, 'Variable');
    await waitFor(() => expect(screen.queryByText(/The campaign needs the variable/)).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Check the file' }));
    expect(inputsOf(fake, 'check')).toEqual([which]);
    await screen.findByRole('grid', { name: 'Rows that are not accepted' });
  });

  it('that cannot be read says what it is instead', async () => {
    const { user, fake } = open(noManifest);
    fake.api.manifests.chooseFile = async () => failed('invalid', { reason: 'manifest-zip-bomb' });
    await user.click(await screen.findByRole('button', { name: 'Choose a file…' }));
    await screen.findByText('The workbook unpacks to far more than it should');
  });
});

describe('the check', () => {
  it('shows counts that add up while it runs, and can be stopped', async () => {
    const { user, fake } = open(checkingManifest(now));
    await screen.findByText(/Checked 640,000 rows/);
    expect(screen.getByRole('progressbar', { name: 'Progress of the check' }).getAttribute('aria-valuenow')).toBe('64');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(inputsOf(fake, 'stop')).toEqual([which]);
  });

  it('lists what is wrong and why, numbers hidden, and puts all alike right at one click', async () => {
    const { user, fake, container } = open(checkedManifest);
    const [zone] = await screen.findAllByRole('row', { name: /Unknown time zone; did you mean America\/Toronto\?/ });
    if (zone === undefined) throw new Error('no such row');
    expect(container.textContent).not.toContain('+14165557730');
    expect(screen.getAllByText('+1 ••• ••• 7730').length).toBeGreaterThan(0);
    await user.click(within(zone).getByRole('button', { name: 'Fix all 1,021' }));
    expect(inputsOf(fake, 'fix')).toEqual([
      { ...which, fix: { kind: 'zone', from: 'America/Torono', to: 'America/Toronto' } },
    ]);
  });

  it('filters by reason, offers what can be done with all of them, and takes it back by key', async () => {
    const { user, fake } = open(checkedManifest);
    await user.click(await screen.findByRole('button', { name: /^Formula cell/ }));
    await user.click(screen.getAllByRole('button', { name: 'Strip all 318' })[0] as HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Empty the cell in all 318' }));
    expect(inputsOf(fake, 'fix')).toEqual([
      { ...which, fix: { kind: 'repair', reason: 'formula-cell' } },
      { ...which, fix: { kind: 'clear', reason: 'formula-cell' } },
    ]);
    await user.keyboard('{Control>}z{/Control}');
    expect(inputsOf(fake, 'undo')).toEqual([which]);
  });

  it('opens a row to be edited, begins in the cell that is wrong, and goes back to the row', async () => {
    const { user, fake } = open(checkedManifest);
    const [short] = await screen.findAllByRole('row', { name: /Too short for a telephone number/ });
    if (short === undefined) throw new Error('no such row');
    await user.click(short);
    const editor = await screen.findByRole('complementary', { name: /^Row / });
    const zone = within(editor).getByRole<HTMLInputElement>('textbox', { name: 'Time zone' });
    await waitFor(() => expect(document.activeElement).toBe(zone));
    await user.click(within(editor).getByRole('button', { name: 'Use America/Toronto' }));
    expect(zone.value).toBe('America/Toronto');
    await user.click(within(editor).getByRole('button', { name: 'Save the row' }));
    const [fix] = inputsOf(fake, 'fix');
    expect(fix).toMatchObject({ fix: { kind: 'edit', cells: [{ column: 4, value: 'America/Toronto' }] } });
    await waitFor(() => expect(screen.queryByRole('complementary', { name: /^Row / })).toBeNull());
    expect(document.activeElement?.closest('tr')?.dataset['row']).toBeDefined();
  });

  it('does not let go on while it is still compared', async () => {
    const { fake } = open({ ...checkedManifest, compared: [{ kind: 'barred', state: 'loading', numbers: 10 }] });
    const next = () => screen.getByRole('button', { name: 'Continue' }).getAttribute('aria-disabled');
    await screen.findByRole('button', { name: 'Continue' });
    expect(next()).toBe('true');
    fake.topics.manifest.push(checkedManifest);
    await waitFor(() => expect(next()).toBeNull());
  });
});

describe('the upload', () => {
  it('is approved with what is sent and what is not in view, for the number that was seen', async () => {
    const { user, fake } = open(checkedManifest);
    await user.click(await screen.findByRole('button', { name: 'Continue' }));
    await screen.findByText('988,214 contacts go to Winter outage notice');
    await screen.findByText('America/Vancouver');
    await user.click(screen.getByRole('button', { name: 'Compare' }));
    await user.click(await screen.findByRole('button', { name: 'No longer in it 786' }));
    await screen.findByText('+1 ••• ••• 0101');
    await user.click(screen.getByRole('button', { name: 'Upload 988,214 contacts' }));
    expect(inputsOf(fake, 'upload')).toEqual([{ ...which, accepted: 988_214 }]);
  });

  it('is not offered by an instance that lacks what it needs', async () => {
    const { user, fake } = open({ ...checkedManifest, missing: ['manifests.create'] });
    await user.click(await screen.findByRole('button', { name: 'Continue' }));
    await user.click(await screen.findByRole('button', { name: 'Upload 988,214 contacts' }));
    expect(inputsOf(fake, 'upload')).toEqual([]);
  });

  it('is watched, paused, and given up after a question', async () => {
    const { user, fake } = open(uploadingManifest(now));
    await screen.findByText('41 MB of 98 MB');
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    expect(inputsOf(fake, 'pauseUpload')).toEqual([which]);
    await user.click(screen.getByRole('button', { name: 'Cancel the upload…' }));
    const question = await screen.findByRole('alertdialog', { name: 'Cancel the upload' });
    await user.click(within(question).getByRole('button', { name: 'Cancel the upload' }));
    expect(inputsOf(fake, 'cancelUpload')).toEqual([which]);
    await screen.findByRole('button', { name: 'Choose a file…' });
  });

  it('ends in a receipt: what was taken, what was not and why, and the way back', async () => {
    const { user, fake } = open(uploadingManifest(now));
    await screen.findByText('41 MB of 98 MB');
    fake.topics.manifest.push({ ...noManifest, receipts: [receipt(now)] });
    await screen.findByText('The platform took 988,212 of 988,214 contacts.');
    expect(await screen.findAllByText('duplicate-in-campaign')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Export the receipt…' }));
    await waitFor(() => expect(fake.calls.some(({ name }) => name === 'app.saveText')).toBe(true));
    await user.click(screen.getByRole('button', { name: 'Reverse the import…' }));
    const question = await screen.findByRole('alertdialog', { name: 'Reverse the import' });
    await user.click(within(question).getByRole('button', { name: 'Reverse the import' }));
    expect(inputsOf(fake, 'reverse')).toEqual([{ ...which, receipt: 'r1' }]);
  });
});
