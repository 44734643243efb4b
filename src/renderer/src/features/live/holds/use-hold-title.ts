import { useTranslation } from 'react-i18next';
import { BULK_ACTIONS, type Hold, TRANSCRIPT_HELD_ACTIONS } from '../../../../../shared/models/hold.ts';

/** What a held command will do, to how many: conversations, or what `about` says. */
export function useHoldTitle({ action, about, counts }: Hold): string {
  const { t } = useTranslation(['live', 'campaigns']);
  const count = counts.total;
  if (isOnConversations(action)) return t('live:holds.what', { count, action: t(`live:holds.action.${action}`) });
  return t(`campaigns:held.${action}`, { count, name: about?.campaign?.name ?? '' });
}

const ON_CONVERSATIONS = [...BULK_ACTIONS, ...TRANSCRIPT_HELD_ACTIONS];

function isOnConversations(action: Hold['action']): action is (typeof ON_CONVERSATIONS)[number] {
  return ON_CONVERSATIONS.some((one) => one === action);
}
