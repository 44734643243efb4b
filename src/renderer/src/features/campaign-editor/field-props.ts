import type { Field } from './changeable.ts';
import type { Form, Problem } from './form.ts';

/** What each part of the form needs. */
export interface FieldProps {
  readonly form: Form;
  readonly change: (patch: Partial<Form>) => void;
  /** Whether the field may not be changed in the campaign's state. */
  readonly locked: (field: Field) => boolean;
  /** What is wrong with it, once it was asked for. */
  readonly error: (problem: Problem) => string | undefined;
  readonly tenant: string;
  readonly tenantZone: string | undefined;
}
