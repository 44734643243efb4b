import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';

interface FieldParts {
  readonly label: string;
  /** A sentence under the field. */
  readonly help?: ReactNode;
  /** What is wrong with the value; announced. */
  readonly error?: string | undefined;
  /** Hide the label from view (it stays for assistive technology). */
  readonly labelHidden?: boolean;
}

const control =
  'h-7 w-full min-w-0 rounded-md border border-control-line bg-bg px-2 text-md text-fg placeholder:text-fg-3 read-only:bg-surface read-only:text-fg-2 disabled:bg-surface disabled:text-fg-3 aria-invalid:border-danger';

function Field(props: FieldParts & { readonly id: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={props.id} className={props.labelHidden === true ? 'sr-only' : 'text-sm text-fg-2'}>
        {props.label}
      </label>
      {props.children}
      {props.error === undefined ? null : (
        <p id={`${props.id}-error`} role="alert" className="text-sm text-danger">
          {props.error}
        </p>
      )}
      {props.help === undefined ? null : (
        <div id={`${props.id}-help`} className="text-sm text-fg-3">
          {props.help}
        </div>
      )}
    </div>
  );
}

function describedBy(id: string, parts: FieldParts): string | undefined {
  const ids = [parts.error === undefined ? '' : `${id}-error`, parts.help === undefined ? '' : `${id}-help`].filter(
    Boolean,
  );
  return ids.length === 0 ? undefined : ids.join(' ');
}

export interface TextFieldProps extends FieldParts, Omit<ComponentPropsWithRef<'input'>, 'onChange' | 'id'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line of text with its label. */
export function TextField({
  label,
  help,
  error,
  labelHidden = false,
  onChange,
  className = '',
  ...rest
}: TextFieldProps): ReactNode {
  const id = useId();
  const parts = { label, help, error, labelHidden };
  return (
    <Field {...parts} id={id}>
      <input
        spellCheck={false}
        autoComplete="off"
        {...rest}
        id={id}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(id, parts)}
        onChange={(event) => onChange(event.target.value)}
        className={`${control} ${className}`}
      />
    </Field>
  );
}

export interface TextAreaProps extends FieldParts, Omit<ComponentPropsWithRef<'textarea'>, 'onChange' | 'id'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Several lines of text with their label. */
export function TextArea({
  label,
  help,
  error,
  labelHidden = false,
  onChange,
  className = '',
  ...rest
}: TextAreaProps): ReactNode {
  const id = useId();
  const parts = { label, help, error, labelHidden };
  return (
    <Field {...parts} id={id}>
      <textarea
        rows={3}
        {...rest}
        id={id}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(id, parts)}
        onChange={(event) => onChange(event.target.value)}
        className={`${control} h-auto resize-none py-1 ${className}`}
      />
    </Field>
  );
}

export interface SelectProps<V extends string> extends FieldParts {
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
  readonly disabled?: boolean;
}

/** A choice among a few, by the browser's own list: the lightest one, and right on every platform. */
export function Select<V extends string>({
  label,
  help,
  error,
  labelHidden = false,
  value,
  options,
  onChange,
  disabled = false,
}: SelectProps<V>): ReactNode {
  const id = useId();
  const parts = { label, help, error, labelHidden };
  return (
    <Field {...parts} id={id}>
      <select
        id={id}
        value={value}
        disabled={disabled}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(id, parts)}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
        className={control}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
