import { useTranslation } from 'react-i18next';
import { BULK_ACTIONS, type BulkAction, type Hold } from '../../../../../shared/models/hold.ts';

/** What a held command will do, to how many: conversations, or what `about` says. */
export function useHoldTitle({ action, about, counts }: Hold): string {
  const { t } = useTranslation(['live', 'campaigns']);
  const count = counts.total;
  if (isOnConversations(action)) return t('live:holds.what', { count, action: t(`live:holds.action.${action}`) });
  return t(`campaigns:held.${action}`, { count, name: about?.campaign?.name ?? '' });
}

function isOnConversations(action: Hold['action']): action is BulkAction {
  return BULK_ACTIONS.some((one) => one === action);
}
