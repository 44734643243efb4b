import { Eye, Pause, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { Chip } from '../../../components/chip.tsx';

interface CompanyProps {
  readonly row: ConversationRow;
  readonly me: string;
}

/** Whether the AI agent runs or is paused, and who else watches, where the instance tells. */
export function Company({ row, me }: CompanyProps): ReactNode {
  const { t } = useTranslation('live');
  const others = (row.watchers ?? []).filter(({ id }) => id !== me);
  const names = others.map(({ name }) => name).join(', ');
  const { aiState } = row;
  const known = !row.ended && aiState !== 'unknown';
  if (!known && others.length === 0) return null;
  const Icon = aiState === 'paused' ? Pause : Play;
  return (
    <div className="flex flex-wrap gap-1.5" data-testid="company">
      {known ? (
        <Chip tone={aiState === 'paused' ? 'human' : 'ok'}>
          <Icon className="size-3" aria-hidden />
          {t(`ai.${aiState}`)}
        </Chip>
      ) : null}
      {others.length === 0 ? null : (
        <Chip tone="warn">
          <Eye className="size-3" aria-hidden />
          {t('watching', { count: others.length, names })}
        </Chip>
      )}
    </div>
  );
}
