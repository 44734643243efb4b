import { type ReactNode, useState } from 'react';
import { TextField } from '../../components/fields.tsx';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  /** Not a number while what is typed is none. */
  readonly onChange: (value: number) => void;
}

const readNumber = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.replace(',', '.')));

/** A number with a decimal point or comma. What is typed stays as it is typed: `12,` is on its way to `12,5`. */
export function NumberField({ label, value, onChange }: NumberFieldProps): ReactNode {
  const [text, setText] = useState(String(value));
  const shown = Object.is(readNumber(text), value) ? text : String(value);
  return (
    <TextField
      label={label}
      inputMode="decimal"
      value={shown}
      onChange={(typed) => {
        setText(typed);
        onChange(readNumber(typed));
      }}
    />
  );
}
