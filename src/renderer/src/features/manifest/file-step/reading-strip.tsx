import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  MANIFEST_DELIMITERS,
  MANIFEST_ENCODINGS,
  type ManifestFile,
  type Reading,
} from '../../../../../shared/models/manifest-file.ts';
import { IMPORT_MODES } from '../../../../../shared/models/manifest-receipt.ts';
import type { WorkbenchView } from '../../../../../shared/models/manifest-workbench.ts';
import { PHONE_COUNTRIES } from '../../../../../shared/models/phone-countries.ts';
import { Select } from '../../../components/fields.tsx';
import { useFigures } from '../use-words.ts';
import type { Workbench } from '../use-workbench.ts';

interface ReadingStripProps {
  readonly bench: Workbench;
  readonly view: WorkbenchView;
  readonly file: ManifestFile;
}

/** Rows that may name the columns. */
const HEADER_ROWS = 10;

/** How the file was understood, each part to be corrected, and what the check goes by. */
export function ReadingStrip({ bench, view, file }: ReadingStripProps): ReactNode {
  const { t } = useTranslation('manifest');
  const countries = useCountries();
  // What is chosen holds; the rest is found again for the file as it is then read.
  const read = (change: Reading) =>
    void bench.act((api, which) =>
      api.read({
        ...which,
        reading: {
          encoding: file.encoding,
          delimiter: file.delimiter,
          headerRow: file.headerRow,
          ...(file.sheet === undefined ? {} : { sheet: file.sheet }),
          ...change,
        },
      }),
    );
  const set = (change: Partial<Pick<WorkbenchView, 'country' | 'mode'>>) =>
    void bench.act((api, which) => api.setOptions({ ...which, country: view.country, mode: view.mode, ...change }));
  return (
    <fieldset className="grid grid-cols-[repeat(auto-fill,minmax(190px,1fr))] gap-3 rounded-lg border bg-surface p-3">
      <legend className="sr-only">{t('reading.label')}</legend>
      {file.kind === 'xlsx' ? (
        <Select
          label={t('reading.sheet')}
          value={file.sheet ?? ''}
          options={(file.sheets ?? []).map((sheet) => ({ value: sheet, label: sheet }))}
          onChange={(sheet) => read({ sheet, headerRow: undefined })}
        />
      ) : (
        <>
          <Select
            label={t('reading.encoding')}
            value={file.encoding}
            options={MANIFEST_ENCODINGS.map((value) => ({ value, label: t(`encodings.${value}`) }))}
            onChange={(encoding) => read({ encoding, delimiter: undefined, headerRow: undefined })}
          />
          <Select
            label={t('reading.delimiter')}
            value={file.delimiter}
            options={MANIFEST_DELIMITERS.map((value) => ({ value, label: t(`delimiters.${value}`) }))}
            onChange={(delimiter) => read({ delimiter, headerRow: undefined })}
          />
        </>
      )}
      <Select
        label={t('reading.headerRow')}
        value={String(file.headerRow)}
        options={Array.from({ length: Math.max(HEADER_ROWS, file.headerRow) + 1 }, (_, row) => ({
          value: String(row),
          label: row === 0 ? t('reading.none') : t('reading.row', { row }),
        }))}
        onChange={(row) => read({ headerRow: Number(row) })}
      />
      <Select
        label={t('reading.country')}
        value={view.country}
        options={countries}
        onChange={(country) => set({ country })}
      />
      <Select
        label={t('reading.mode')}
        value={view.mode}
        options={IMPORT_MODES.map((value) => ({ value, label: t(`reading.${value}`) }))}
        onChange={(mode) => set({ mode })}
      />
    </fieldset>
  );
}

/** Countries by name; those most files here are from come first. */
function useCountries() {
  const { language } = useFigures();
  return useMemo(() => {
    const names = new Intl.DisplayNames([`${language}-CA`], { type: 'region' });
    const all = PHONE_COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value }));
    const first = all.filter(({ value }) => value === 'CA' || value === 'US');
    const rest = all.filter(({ value }) => value !== 'CA' && value !== 'US');
    return [...first, ...rest.sort((a, b) => a.label.localeCompare(b.label, language))];
  }, [language]);
}
