import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tag } from '../../../../../shared/models/conversation.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog, DialogButtons } from '../../../components/dialog.tsx';
import { TextField } from '../../../components/fields.tsx';

export interface TagChange {
  readonly add: readonly Tag[];
  readonly remove: readonly Tag[];
}

interface TagDialogProps {
  /** Tags that may be taken out: of the one conversation, or of any of several. */
  readonly tags: readonly Tag[];
  readonly count: number;
  readonly onChange: (change: TagChange) => void;
  readonly onClose: () => void;
}

const keyOf = ({ name, value }: Tag): string => `${name}:${value ?? ''}`;

/** Reads `Name: value`; undefined for nothing. */
export function readTag(text: string): Tag | undefined {
  const at = text.indexOf(':');
  const name = (at < 0 ? text : text.slice(0, at)).trim();
  const value = at < 0 ? '' : text.slice(at + 1).trim();
  if (name === '') return undefined;
  return value === '' ? { name } : { name, value };
}

/** Adds and takes out tags of one conversation or of several; sent after the countdown that can be undone. */
export function TagDialog({ tags, count, onChange, onClose }: TagDialogProps): ReactNode {
  const { t } = useTranslation(['conversations', 'common']);
  const [text, setText] = useState('');
  const [added, setAdded] = useState<readonly Tag[]>([]);
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const typed = readTag(text);
  const add = [...added, ...(typed === undefined ? [] : [typed])];
  const remove = tags.filter((tag) => removed.has(keyOf(tag)));
  const nothing = add.length + remove.length === 0;
  const note = () => {
    if (typed === undefined) return;
    setAdded([...added, typed]);
    setText('');
  };
  return (
    <Dialog title={t('editTags', { count })} onClose={onClose}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (nothing) return;
          onChange({ add, remove });
          onClose();
        }}
      >
        <TextField
          label={t('newTag')}
          help={t('newTagHelp')}
          value={text}
          onChange={setText}
          maxLength={160}
          autoFocus
          onKeyDown={(event) => {
            if (event.key !== ',') return;
            event.preventDefault();
            note();
          }}
        />
        <TagChips label={t('toAdd')} tags={added} onPress={(tag) => setAdded(added.filter((one) => one !== tag))} />
        <TagChips
          label={t('present')}
          tags={tags}
          struck={removed}
          onPress={(tag) => {
            const next = new Set(removed);
            if (!next.delete(keyOf(tag))) next.add(keyOf(tag));
            setRemoved(next);
          }}
        />
        <p className="text-sm text-fg-2">{t('tagsHeld', { count })}</p>
        <DialogButtons>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" submit disabledReason={nothing ? t('nothingToChange') : undefined}>
            {t('changeTags')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

function TagChips(props: {
  readonly label: string;
  readonly tags: readonly Tag[];
  readonly struck?: ReadonlySet<string>;
  readonly onPress: (tag: Tag) => void;
}): ReactNode {
  const { t } = useTranslation('conversations');
  if (props.tags.length === 0) return null;
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5">
      <legend className="mb-1 text-sm text-fg-2">{props.label}</legend>
      {props.tags.map((tag) => {
        const text = tag.value === undefined ? tag.name : `${tag.name}: ${tag.value}`;
        const gone = props.struck?.has(keyOf(tag)) === true;
        return (
          <button
            key={keyOf(tag)}
            type="button"
            aria-pressed={props.struck === undefined ? undefined : gone}
            aria-label={t(gone ? 'keepTag' : 'removeTag', { tag: text })}
            onClick={() => props.onPress(tag)}
            className={`inline-flex items-center gap-1 rounded-full border border-line-strong px-2 py-0.5 text-sm hover:bg-hover ${gone ? 'text-fg-3 line-through' : ''}`}
          >
            {text}
            <X className="size-3" aria-hidden />
          </button>
        );
      })}
    </fieldset>
  );
}
