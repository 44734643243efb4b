import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Tag } from '../../../../../shared/models/conversation.ts';
import type { Failure } from '../../../../../shared/models/failure.ts';
import { MAX_BULK } from '../../../../../shared/models/hold.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { TagDialog } from '../reader/tag-editor.tsx';
import type { Review } from '../reader/use-review.ts';
import type { Chosen } from './use-chosen.ts';

interface ChosenBarProps {
  readonly chosen: Chosen;
  readonly review: Pick<Review, 'editTags'>;
}

/** How many conversations are chosen, and what can be done with them. */
export function ChosenBar({ chosen, review }: ChosenBarProps): ReactNode {
  const { t } = useTranslation('conversations');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [targets, setTargets] = useState<readonly Conversation[]>();
  const count = chosen.ids.size;
  const openTags = async () => {
    setBusy(true);
    setFailure(undefined);
    await chosen.conversations().then(setTargets, (thrown: unknown) => setFailure(failureOf(thrown)));
    setBusy(false);
  };
  return (
    <>
      <div className="flex items-center gap-2 rounded-md bg-selected px-3 py-1">
        <span>{t('selected', { count })}</span>
        <Button
          busy={busy}
          disabledReason={count > MAX_BULK ? t('mostTagged', { count: MAX_BULK }) : undefined}
          onClick={() => void openTags()}
        >
          {t('tags')}
        </Button>
        <Button look="quiet" onClick={chosen.clear}>
          {t('selectNone')}
        </Button>
      </div>
      {failure === undefined ? null : (
        <ErrorPanel failure={failure} actions={<Button onClick={() => setFailure(undefined)}>{t('dismiss')}</Button>} />
      )}
      {targets === undefined ? null : (
        <TagDialog
          tags={everyTag(targets)}
          count={targets.length}
          onChange={(change) => review.editTags(targets, change)}
          onClose={() => setTargets(undefined)}
        />
      )}
    </>
  );
}

function everyTag(conversations: readonly Conversation[]): readonly Tag[] {
  const tags = conversations.flatMap((one) => one.tags);
  return [...new Map(tags.map((tag) => [`${tag.name}:${tag.value ?? ''}`, tag])).values()];
}
