import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/fields.tsx';
import { useKeyWords } from '../../components/key-hint.tsx';
import type { PreferenceFields } from './fields.ts';

/** How replies are sent and spelled. */
export function WritingFields({ preferences, set }: PreferenceFields): ReactNode {
  const { t } = useTranslation('preferences');
  const keyWords = useKeyWords();
  return (
    <div className="grid max-w-xl grid-cols-2 gap-4">
      <Select
        label={t('sendWith')}
        value={preferences.sendWith}
        onChange={(sendWith) => set({ sendWith })}
        options={[
          { value: 'enter', label: t('sendEnter', { newline: keyWords('Shift+Enter') }) },
          { value: 'mod-enter', label: t('sendModEnter', { send: keyWords('Mod+Enter') }) },
        ]}
      />
      <Select
        label={t('spelling')}
        help={t('spellingHelp')}
        value={preferences.spelling}
        onChange={(spelling) => set({ spelling })}
        options={[
          { value: 'both', label: t('spellingBoth') },
          { value: 'en', label: t('languageEn') },
          { value: 'fr', label: t('languageFr') },
          { value: 'off', label: t('spellingOff') },
        ]}
      />
    </div>
  );
}
