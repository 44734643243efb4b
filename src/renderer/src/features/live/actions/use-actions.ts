import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import type { OperationId } from '../../../../../shared/models/operation.ts';
import { bindingReportQuery } from '../../../bridge/queries.ts';
import { type Action, blockedReason } from '../model/availability.ts';

/** Tells which operations the instance lacks. Until the report is known none is. */
export function useMissing(): (operation: OperationId) => boolean {
  const report = useQuery(bindingReportQuery).data;
  return useCallback(
    (operation: OperationId) =>
      report?.operations.some((entry) => entry.operation === operation && !entry.bound) ?? false,
    [report],
  );
}

/** Why an action cannot be done now, in words; undefined when it can. Until the report is known all is offered. */
export function useBlockedWords(row: ConversationRow, me: string): (action: Action) => string | undefined {
  const { t } = useTranslation('live');
  const isMissing = useMissing();
  return (action) => {
    const blocked = blockedReason(action, row, me, isMissing);
    if (blocked === undefined) return undefined;
    return blocked.because === 'heldBy' ? t('blocked.heldBy', { name: blocked.name }) : t(`blocked.${blocked.because}`);
  };
}
