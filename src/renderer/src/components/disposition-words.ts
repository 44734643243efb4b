import { useTranslation } from 'react-i18next';
import { useLateTexts } from '../i18n/late-texts.ts';
import { texts } from './disposition-texts.ts';

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

/** Words for how a call ended; what is none of ours is shown as it came. */
export function useDispositionWords(): (disposition: string) => string {
  useLateTexts('dispositions', texts);
  const { t } = useTranslation('dispositions');
  return (disposition) => {
    const known = DISPOSITIONS.find((one) => one === disposition);
    return known === undefined ? disposition : t(known);
  };
}
