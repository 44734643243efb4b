import { useTranslation } from 'react-i18next';
import { useDispositionWords } from '../../components/disposition-words.ts';

export const CONTACT_STATES = [
  'pending',
  'dialing',
  'in-call',
  'waiting-retry',
  'scheduled',
  'done',
  'skipped',
  'unreachable',
  'do-not-call',
] as const;

const NOT_CALLED = [
  'outside-window',
  'holiday',
  'day-off',
  'do-not-call',
  'paused',
  'queue',
  'concurrency',
  'retry-wait',
  'max-attempts',
  'skipped',
  'draft',
  'not-started',
  'campaign-ended',
] as const;

/** Words for what an instance says of contacts; what is none of ours is shown as it came. */
export function useContactWords() {
  const { t } = useTranslation('contacts');
  const disposition = useDispositionWords();
  return {
    state(state: string): string {
      const known = CONTACT_STATES.find((one) => one === state);
      return known === undefined ? state : t(`states.${known}`);
    },
    disposition,
    notCalled(code: string): string {
      const known = NOT_CALLED.find((one) => one === code);
      return known === undefined ? code : t(`because.${known}`);
    },
  };
}
