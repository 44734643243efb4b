import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertCondition, ConditionKind } from '../../../../shared/models/alert.ts';
import { Select, TextField } from '../../components/fields.tsx';

export const KINDS = ['risk', 'sentiment', 'wait', 'keyword', 'function-failed', 'queue'] as const;
const LEVELS = ['0', '1', '2', '3', '4'] as const;

/** A condition of a kind with sensible limits, to start from. */
export function firstOf(kind: ConditionKind): AlertCondition {
  switch (kind) {
    case 'risk':
      return { kind, atLeast: 3 };
    case 'sentiment':
      return { kind, below: -0.5 };
    case 'wait':
      return { kind, seconds: 120 };
    case 'keyword':
      return { kind, words: ['cancel'] };
    case 'function-failed':
      return { kind, name: '' };
    case 'queue':
      return { kind, skill: '', atLeast: 5 };
  }
}

interface ConditionFieldsProps {
  readonly condition: AlertCondition;
  readonly onChange: (condition: AlertCondition) => void;
}

/** The limits of one condition. */
export function ConditionFields({ condition, onChange }: ConditionFieldsProps): ReactNode {
  const { t } = useTranslation('alerts');
  switch (condition.kind) {
    case 'risk':
      return (
        <Select
          label={t('limit')}
          value={LEVELS[condition.atLeast] ?? '3'}
          options={LEVELS.map((value) => ({ value, label: t(`risk.${value}`) }))}
          onChange={(level) => onChange({ ...condition, atLeast: Number(level) })}
        />
      );
    case 'sentiment':
      return (
        <NumberField
          value={condition.below}
          min={-1}
          max={1}
          step={0.1}
          onChange={(below) => onChange({ ...condition, below })}
        />
      );
    case 'wait':
      return (
        <NumberField
          value={condition.seconds}
          min={1}
          max={86_400}
          onChange={(seconds) => onChange({ ...condition, seconds: Math.round(seconds) })}
        />
      );
    case 'keyword':
      return <Words words={condition.words} onChange={(words) => onChange({ ...condition, words })} />;
    case 'function-failed':
      return (
        <TextField
          label={t('functionName')}
          value={condition.name}
          onChange={(name) => onChange({ ...condition, name })}
        />
      );
    case 'queue':
      return (
        <>
          <TextField
            label={t('skill')}
            value={condition.skill}
            onChange={(skill) => onChange({ ...condition, skill })}
          />
          <NumberField
            value={condition.atLeast}
            min={1}
            max={100_000}
            onChange={(atLeast) => onChange({ ...condition, atLeast: Math.round(atLeast) })}
          />
        </>
      );
  }
}

function Words(props: { readonly words: readonly string[]; readonly onChange: (words: string[]) => void }): ReactNode {
  const { t } = useTranslation('alerts');
  const [text, setText] = useState(props.words.join(', '));
  const change = (next: string) => {
    setText(next);
    const words = next.split(',').map((word) => word.trim());
    props.onChange(words.filter((word) => word !== ''));
  };
  return <TextField label={t('words')} value={text} onChange={change} />;
}

interface NumberFieldProps {
  readonly label?: string;
  readonly help?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number | 'any';
  readonly onChange: (value: number) => void;
}

/** A number within bounds; what is typed outside of them waits until it fits. */
export function NumberField({ label, help, value, min, max, step = 1, onChange }: NumberFieldProps): ReactNode {
  const { t } = useTranslation('alerts');
  const [text, setText] = useState(String(value));
  const change = (next: string) => {
    setText(next);
    const number = Number(next);
    if (next.trim() !== '' && number >= min && number <= max) onChange(number);
  };
  return (
    <TextField
      type="number"
      label={label ?? t('limit')}
      help={help}
      value={text}
      min={min}
      max={max}
      step={step}
      onChange={change}
    />
  );
}
