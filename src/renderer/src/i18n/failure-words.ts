import type { TFunction } from 'i18next';
import type { Failure, FailureDetail } from '../../../shared/models/failure.ts';
import { texts as reasons } from './reason-texts.ts';

export interface FailureWords {
  readonly what: string;
  readonly means: string;
  readonly next: string;
}

type Reason = keyof typeof reasons.en;

/** Whether a reason has words of its own; otherwise its code's are used. */
export function isWordedReason(reason: string | undefined): reason is Reason {
  return reason !== undefined && Object.hasOwn(reasons.en, reason);
}

/**
 * A failure in the operator's language: by its reason where that is known, else by its code; with the names, the
 * permission or the wait that its detail holds. `t` comes from `useTranslation(['failures', 'reasons'])`.
 */
export function failureWords(failure: Failure, t: TFunction<['failures', 'reasons']>): FailureWords {
  const { code, detail = {} } = failure;
  const { reason } = detail;
  if (isWordedReason(reason)) {
    const host = detail.host ?? t('failures:theInstance');
    const fill = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
    return {
      what: fill(t(`reasons:${reason}.what`, { host })),
      means: fill(t(`reasons:${reason}.means`, { host })),
      next: fill(t(`reasons:${reason}.next`, { host })),
    };
  }
  return {
    what: t(`failures:code.${code}.what`),
    means: meansByDetail(failure.code, detail, t),
    next: t(`failures:code.${code}.next`),
  };
}

function meansByDetail(code: Failure['code'], detail: FailureDetail, t: TFunction<['failures', 'reasons']>): string {
  if (code === 'forbidden' && detail.requiredScope !== undefined)
    return t('failures:permission', { permission: detail.requiredScope });
  if (code === 'conflict' && detail.takenBy?.name !== undefined)
    return t('failures:takenBy', { name: detail.takenBy.name });
  if (code === 'unavailable' && detail.operation !== undefined && detail.status === undefined)
    return t('failures:operation', { operation: detail.operation });
  if (code === 'saturated' && detail.retryAfterMs !== undefined)
    return t('failures:wait', { value: Math.ceil(detail.retryAfterMs / 1000) });
  return t(`failures:code.${code}.means`);
}
