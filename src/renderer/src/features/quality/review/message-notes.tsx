import { CornerUpLeft, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageNote } from '../../../../../shared/models/quality.ts';
import type { Message } from '../../../../../shared/models/transcript.ts';
import { IconButton } from '../../../components/button.tsx';
import { TextArea } from '../../../components/fields.tsx';
import { shorten } from '../../../lib/format.ts';
import type { QualityParts } from '../parts.ts';

interface MessageNotesProps {
  readonly notes: readonly MessageNote[];
  readonly messages: readonly Message[];
  readonly parts: QualityParts;
  readonly disabled: boolean;
  /** The note that was just begun: it takes the focus. */
  readonly begun: string | undefined;
  readonly onChange: (notes: readonly MessageNote[]) => void;
  readonly onGo: (message: string) => void;
}

/** Notes about single messages, each with the way to its message. */
export function MessageNotes(props: MessageNotesProps): ReactNode {
  const { notes, messages, parts, disabled, begun, onChange, onGo } = props;
  const { t } = useTranslation('quality');
  return (
    <section aria-label={t('notes')} className="flex flex-col gap-1.5">
      <h4 className="text-sm font-semibold text-fg-2">{t('notes')}</h4>
      {notes.length === 0 ? <p className="text-sm text-fg-3">{t('noNotes')}</p> : null}
      <ul className="flex flex-col gap-2">
        {notes.map((note) => {
          const message = messages.find(({ id }) => id === note.message);
          const label =
            message === undefined
              ? t('gone')
              : t('noteAt', {
                  time: message.at === undefined ? '–' : parts.timeOfDay(message.at),
                  text: shorten(parts.text(message.text), 60),
                });
          return (
            <li key={note.id} className="flex items-start gap-1">
              <div className="min-w-0 flex-1">
                <TextArea
                  label={label}
                  rows={2}
                  value={note.text}
                  readOnly={disabled}
                  maxLength={4000}
                  autoFocus={note.id === begun}
                  onChange={(text) => onChange(notes.map((one) => (one === note ? { ...one, text } : one)))}
                />
              </div>
              <span className="flex flex-col">
                <IconButton label={t('goTo')} onClick={() => onGo(note.message)}>
                  <CornerUpLeft className="icon" aria-hidden />
                </IconButton>
                {disabled ? null : (
                  <IconButton label={t('removeNote')} onClick={() => onChange(notes.filter((one) => one !== note))}>
                    <X className="icon" aria-hidden />
                  </IconButton>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
