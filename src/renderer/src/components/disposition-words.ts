import { useTranslation } from 'react-i18next';

export const DISPOSITIONS = [
  'completed',
  'abandoned',
  'failed',
  'human-handoff',
  'no-answer',
  'busy',
  'answering-machine-message-left',
  'answering-machine-no-message',
  'unsubscribed',
] as const;

/** Words for how a call ended, those of a conversation's status; what is none of ours is shown as it came. */
export function useDispositionWords(): (disposition: string) => string {
  const { t } = useTranslation('live');
  return (disposition) => {
    const known = DISPOSITIONS.find((one) => one === disposition);
    return known === undefined ? disposition : t(`status.${known}`);
  };
}
