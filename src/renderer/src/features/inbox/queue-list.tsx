import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueuedConversation } from '../../../../shared/models/inbox.ts';
import { Button } from '../../components/button.tsx';
import { Chip, ToggleChip } from '../../components/chip.tsx';
import { Section } from '../../components/page.tsx';
import type { InboxParts } from './parts.ts';
import { Since } from './since.tsx';

interface QueueListProps {
  readonly queue: readonly QueuedConversation[];
  /** The operator's own skills, where they are known. */
  readonly mine: readonly string[] | undefined;
  readonly skewMs: number | undefined;
  readonly parts: InboxParts;
  readonly onOpen: (id: string) => void;
}

/** What waits for a person, longest waiting first. It is the router that gives it to somebody; one can look at it. */
export function QueueList({ queue, mine, skewMs, parts, onOpen }: QueueListProps): ReactNode {
  const { t } = useTranslation('inbox');
  const [personal, setPersonal] = useState(false);
  const fits = ({ skills }: QueuedConversation) => skills.every((skill) => mine?.includes(skill) === true);
  const shown = queue
    .filter((one) => !personal || fits(one))
    .sort((a, b) => (a.since ?? Number.POSITIVE_INFINITY) - (b.since ?? Number.POSITIVE_INFINITY));
  return (
    <Section title={t('queue', { count: queue.length })}>
      {mine === undefined ? null : (
        <div className="flex gap-2">
          <ToggleChip pressed={!personal} onPress={() => setPersonal(false)}>
            {t('wholeQueue')}
          </ToggleChip>
          <ToggleChip pressed={personal} onPress={() => setPersonal(true)}>
            {t('personalQueue')}
          </ToggleChip>
        </div>
      )}
      {queue.length === 0 ? <p className="text-ok">{t('nobodyWaits')}</p> : null}
      {queue.length > 0 && shown.length === 0 ? <p className="text-fg-2">{t('noneFits')}</p> : null}
      <ul aria-label={t('queueLabel')} className="flex max-h-96 flex-col overflow-auto">
        {shown.map(({ id, platform, contact, skills, since }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 border-b border-line py-1.5 last:border-b-0">
            <parts.PlatformIcon platform={platform} />
            <span className="sr-only">{parts.platform(platform)}</span>
            <span className="min-w-32 flex-1 truncate">{parts.contact(contact.display)}</span>
            <span className="flex flex-wrap gap-1">
              {skills.map((skill) => (
                <Chip key={skill}>{skill}</Chip>
              ))}
            </span>
            <Since at={since} skewMs={skewMs} duration={parts.duration} />
            <Button look="quiet" onClick={() => onOpen(id)}>
              {t('look')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
