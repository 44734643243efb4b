import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueuedConversation } from '../../../../shared/models/inbox.ts';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { Section } from '../../components/page.tsx';
import type { InboxParts } from './parts.ts';
import { Since } from './since.tsx';

interface QueueListProps {
  readonly queue: readonly QueuedConversation[];
  readonly parts: InboxParts;
  readonly onOpen: (id: string) => void;
}

/** What waits for a person, longest waiting first. It is the router that gives it to somebody; one can look at it. */
export function QueueList({ queue, parts, onOpen }: QueueListProps): ReactNode {
  const { t } = useTranslation('inbox');
  return (
    <Section title={t('queue', { count: queue.length })}>
      {queue.length === 0 ? <p className="text-ok">{t('nobodyWaits')}</p> : null}
      <ul aria-label={t('queueLabel')} className="flex max-h-96 flex-col overflow-auto">
        {queue.map(({ id, platform, contact, skills, since }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 border-b border-line py-1.5 last:border-b-0">
            <parts.PlatformIcon platform={platform} />
            <span className="min-w-32 flex-1 truncate">{parts.contact(contact.display)}</span>
            <span className="flex flex-wrap gap-1">
              {skills.map((skill) => (
                <Chip key={skill}>{skill}</Chip>
              ))}
            </span>
            <Since at={since} duration={parts.duration} />
            <Button look="quiet" onClick={() => onOpen(id)}>
              {t('look')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
