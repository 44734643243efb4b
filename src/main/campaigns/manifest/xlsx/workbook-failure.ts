import { FailureError } from '../../../../shared/models/failure.ts';

/** Why a workbook is not read; the words for the operator are in reason-texts. */
type WorkbookReason =
  | 'manifest-workbook-broken'
  | 'manifest-workbook-too-large'
  | 'manifest-not-a-workbook'
  | 'manifest-zip-bomb';

export const workbookFailure = (reason: WorkbookReason, cause?: unknown): FailureError =>
  new FailureError('invalid', 'The workbook is not read', { reason }, { cause });
