import type { i18n, TFunction } from 'i18next';
import type { Failure, FailureDetail } from '../../../shared/models/failure.ts';
import type { texts as LateReasons } from './late-reason-texts.ts';
import { addLateTexts } from './late-texts.ts';
import { texts as reasons } from './reason-texts.ts';

export interface FailureWords {
  readonly what: string;
  readonly means: string;
  readonly next: string;
}

/** Where a failure's words are looked up. */
export const FAILURE_TEXTS = ['failures', 'reasons', 'lateReasons'] as const;
type FailureT = TFunction<typeof FAILURE_TEXTS>;

type Reason = keyof typeof reasons.en;
type LateReason = keyof typeof LateReasons.en;

/** The reasons that come once the window stands; until then such a failure is worded by its code. */
let late: typeof LateReasons | undefined;

/** Makes the late reasons known. */
export function addLateReasons(into: i18n, texts: typeof LateReasons): void {
  late = texts;
  addLateTexts(into, 'lateReasons', texts);
}

/** Whether a reason has words of its own; otherwise its code's are used. */
export function isWordedReason(reason: string | undefined): reason is Reason {
  return reason !== undefined && Object.hasOwn(reasons.en, reason);
}

/** The same for the reasons that come late. */
export function isLateReason(reason: string | undefined): reason is LateReason {
  return reason !== undefined && late !== undefined && Object.hasOwn(late.en, reason);
}

/**
 * A failure in the operator's language: by its reason where that is known, else by its code; with the names, the
 * permission or the wait that its detail holds. `t` comes from `useTranslation(FAILURE_TEXTS)`.
 */
export function failureWords(failure: Failure, t: FailureT): FailureWords {
  const { code, detail = {} } = failure;
  const { reason } = detail;
  const key = isWordedReason(reason) ? (`reasons:${reason}` as const) : undefined;
  const lateKey = isLateReason(reason) ? (`lateReasons:${reason}` as const) : undefined;
  const words = key ?? lateKey;
  if (words !== undefined) {
    const host = detail.host ?? t('failures:theInstance');
    const fill = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
    return {
      what: fill(t(`${words}.what`, { host })),
      means: fill(t(`${words}.means`, { host })),
      next: fill(t(`${words}.next`, { host })),
    };
  }
  return {
    what: t(`failures:code.${code}.what`),
    means: meansByDetail(failure.code, detail, t),
    next: t(`failures:code.${code}.next`),
  };
}

function meansByDetail(code: Failure['code'], detail: FailureDetail, t: FailureT): string {
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
