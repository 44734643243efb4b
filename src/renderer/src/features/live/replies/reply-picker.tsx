import { Command } from 'cmdk';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedReply } from '../../../../../shared/models/views.ts';
import { choicesOf, type ReplyLanguage } from './choices.ts';

interface ReplyPickerProps {
  readonly replies: readonly CannedReply[];
  /** The language whose texts come first. */
  readonly first: ReplyLanguage;
  /** A text as it would be inserted. */
  readonly filled: (text: string) => string;
  readonly onChoose: (text: string) => void;
}

/** Finds a reply by its words; arrows choose, Enter takes it. */
export function ReplyPicker({ replies, first, filled, onChoose }: ReplyPickerProps): ReactNode {
  const { t } = useTranslation('live');
  const [find, setFind] = useState('');
  const choices = choicesOf(replies, first, find);
  const languages = [...new Set(choices.map(({ language }) => language))];
  return (
    <Command label={t('canned.find')} shouldFilter={false} loop className="flex min-h-0 flex-col gap-2">
      <Command.Input
        autoFocus
        value={find}
        onValueChange={setFind}
        placeholder={t('canned.find')}
        className="h-8 w-full rounded-md border border-control-line bg-bg px-2 placeholder:text-fg-3"
      />
      <Command.List label={t('canned.list')} className="max-h-80 overflow-auto rounded-md border border-line p-1">
        <Command.Empty className="px-3 py-6 text-center text-fg-2">
          {t(replies.length === 0 ? 'canned.none' : 'canned.noMatch')}
        </Command.Empty>
        {languages.map((language) => (
          <Command.Group
            key={language}
            heading={t(`canned.language.${language}`)}
            className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-fg-3"
          >
            {choices
              .filter((choice) => choice.language === language)
              .map((choice) => (
                <Command.Item
                  key={choice.key}
                  value={choice.key}
                  onSelect={() => onChoose(filled(choice.text))}
                  className="rounded-md px-2 py-1 data-[selected=true]:bg-selected"
                >
                  <span className="block truncate">{choice.title}</span>
                  <span lang={language} className="line-clamp-2 text-sm text-fg-2">
                    {filled(choice.text)}
                  </span>
                </Command.Item>
              ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}
