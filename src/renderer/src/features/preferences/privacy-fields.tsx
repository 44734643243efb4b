import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeysOf } from '../../actions/use-action-keys.ts';
import { Select } from '../../components/fields.tsx';
import { useKeyWords } from '../../components/key-hint.tsx';
import type { PreferenceFields } from './fields.ts';

/** What of customers is hidden until it is held. */
export function PrivacyFields({ preferences, locked, set }: PreferenceFields): ReactNode {
  const { t } = useTranslation(['preferences', 'common']);
  const keys = useKeysOf('contacts.reveal');
  const keyWords = useKeyWords();
  const managed = locked.includes('mask');
  return (
    <div className="max-w-xl">
      <Select
        label={t('mask')}
        value={preferences.mask}
        disabled={managed}
        help={
          managed
            ? t('common:managed')
            : keys === undefined
              ? t('maskHelp')
              : t('maskHelpKeys', { keys: keyWords(keys) })
        }
        onChange={(mask) => set({ mask })}
        options={[
          { value: 'numbers', label: t('maskNumbers') },
          { value: 'all', label: t('maskAll') },
          { value: 'none', label: t('maskNone') },
        ]}
      />
    </div>
  );
}
