import type { TFunction } from 'i18next';
import type { Failure } from '../../../shared/models/failure.ts';

export interface FailureWords {
  readonly what: string;
  readonly means: string;
  readonly next: string;
}

/** A failure in the operator's language, by its code. */
export function failureWords(failure: Failure, t: TFunction<'failures'>): FailureWords {
  const { code } = failure;
  return { what: t(`code.${code}.what`), means: t(`code.${code}.means`), next: t(`code.${code}.next`) };
}
