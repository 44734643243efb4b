import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTACT_FIELDS, type ColumnUse } from '../../../../../shared/models/manifest-columns.ts';
import type { FileColumn, ManifestFile } from '../../../../../shared/models/manifest-file.ts';
import { ToggleChip } from '../../../components/chip.tsx';
import { Select, TextField } from '../../../components/fields.tsx';
import { maskNumberCell } from '../masks.ts';

interface ColumnTableProps {
  readonly file: ManifestFile;
  readonly uses: readonly ColumnUse[];
  readonly onChange: (uses: readonly ColumnUse[]) => void;
}

/** Every column of the file, what is in it, and what it is used for. */
export function ColumnTable({ file, uses, onChange }: ColumnTableProps): ReactNode {
  const { t } = useTranslation('manifest');
  const [shown, setShown] = useState(false);
  return (
    <div className="overflow-hidden rounded-lg border">
      <table className="w-full border-collapse bg-surface">
        <thead>
          <tr className="border-b text-left text-xs text-fg-2">
            <th scope="col" className="px-3 py-1.5 font-semibold">
              {t('columns.column')}
            </th>
            <th scope="col" className="px-3 py-1.5 font-semibold">
              <span className="flex items-center gap-3 font-normal">
                <span className="font-semibold">{t('columns.samples')}</span>
                <ToggleChip pressed={shown} onPress={() => setShown(!shown)}>
                  {t('showNumbers')}
                </ToggleChip>
              </span>
            </th>
            <th scope="col" className="w-48 px-3 py-1.5 font-semibold">
              {t('columns.use')}
            </th>
            <th scope="col" className="w-56 px-3 py-1.5 font-semibold">
              {t('columns.name')}
            </th>
          </tr>
        </thead>
        <tbody>
          {file.columns.map((column) => (
            <ColumnRow
              key={column.column}
              column={column}
              use={uses[column.column] ?? column.guess}
              showNumbers={shown}
              onUse={(use) => onChange(uses.map((known, at) => (at === column.column ? use : known)))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ColumnRowProps {
  readonly column: FileColumn;
  readonly use: ColumnUse;
  readonly showNumbers: boolean;
  readonly onUse: (use: ColumnUse) => void;
}

const USES = [...CONTACT_FIELDS, 'variable', 'ignore'] as const;
type UseName = (typeof USES)[number];

function ColumnRow({ column, use, showNumbers, onUse }: ColumnRowProps): ReactNode {
  const { t } = useTranslation('manifest');
  const title = column.header === '' ? t('columns.unnamed', { n: column.column + 1 }) : column.header;
  const masks = !showNumbers && use.kind === 'field' && use.field === 'phone';
  const samples = column.samples.map((sample) => (masks ? maskNumberCell(sample) : sample)).join(' · ');
  const choose = (name: UseName) => {
    if (name === 'ignore') onUse({ kind: 'ignore' });
    else if (name === 'variable') onUse({ kind: 'variable', name: use.kind === 'variable' ? use.name : title });
    else onUse({ kind: 'field', field: name });
  };
  return (
    <tr className="border-b border-line/60 align-middle last:border-b-0">
      <th scope="row" className="max-w-52 truncate px-3 py-1 text-left font-semibold" title={title}>
        {title}
      </th>
      <td className="max-w-0 truncate px-3 py-1 text-fg-2" title={samples}>
        {samples === '' ? <span className="text-fg-3">{t('columns.noSamples')}</span> : samples}
      </td>
      <td className="px-3 py-1">
        <Select<UseName>
          label={t('columns.useOf', { name: title })}
          labelHidden
          value={use.kind === 'field' ? use.field : use.kind}
          options={USES.map((value) => ({
            value,
            label: value === 'variable' || value === 'ignore' ? t(`columns.${value}`) : t(`columns.fields.${value}`),
          }))}
          onChange={choose}
        />
      </td>
      <td className="px-3 py-1">
        {use.kind === 'variable' ? (
          <VariableName
            key={use.name}
            title={title}
            name={use.name}
            onName={(name) => onUse({ kind: 'variable', name })}
          />
        ) : null}
      </td>
    </tr>
  );
}

interface VariableNameProps {
  readonly title: string;
  readonly name: string;
  readonly onName: (name: string) => void;
}

/** Kept when the field is left, so that main is not asked at every key. */
function VariableName({ title, name, onName }: VariableNameProps): ReactNode {
  const { t } = useTranslation('manifest');
  const [text, setText] = useState(name);
  const keep = () => {
    if (text.trim() === '') setText(name);
    else if (text.trim() !== name) onName(text.trim());
  };
  return (
    <TextField
      label={t('columns.nameOf', { name: title })}
      labelHidden
      value={text}
      maxLength={128}
      onChange={setText}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
      }}
    />
  );
}
