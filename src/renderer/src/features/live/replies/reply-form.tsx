import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedReply } from '../../../../../shared/models/views.ts';
import { Button } from '../../../components/button.tsx';
import { TextArea, TextField } from '../../../components/fields.tsx';
import type { ReplyLanguage } from './choices.ts';
import { MAX_REPLY, MAX_TITLE } from './edit-replies.ts';
import { unknownIn } from './placeholders.ts';

interface ReplyFormProps {
  readonly reply: CannedReply;
  readonly onChange: (patch: Partial<Omit<CannedReply, 'id'>>) => void;
  readonly onDelete: () => void;
}

const LANGUAGES: readonly ReplyLanguage[] = ['en', 'fr'];

/** One reply: its title, and its text in both languages side by side. */
export function ReplyForm({ reply, onChange, onDelete }: ReplyFormProps): ReactNode {
  const { t } = useTranslation('live');
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <TextField
        label={t('canned.name')}
        value={reply.title}
        onChange={(title) => onChange({ title })}
        maxLength={MAX_TITLE}
        autoFocus
      />
      <div className="grid grid-cols-2 gap-3">
        {LANGUAGES.map((language) => {
          const unknown = unknownIn(reply[language]);
          return (
            <TextArea
              key={language}
              label={t(`canned.language.${language}`)}
              lang={language}
              spellCheck
              rows={8}
              maxLength={MAX_REPLY}
              value={reply[language]}
              onChange={(text) => onChange({ [language]: text })}
              error={unknown.length === 0 ? undefined : t('canned.unknown', { names: unknown.join(', ') })}
            />
          );
        })}
      </div>
      <Button look="danger" className="self-start" onClick={onDelete}>
        {t('canned.delete')}
      </Button>
    </div>
  );
}
