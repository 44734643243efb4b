import { Archive } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { EmptyState, Loading, Skeleton } from '../../../components/states.tsx';

interface NothingFoundProps {
  /** Whether the instance has answered yet. */
  readonly read: boolean;
  /** Whether something was searched for. */
  readonly filtered: boolean;
  readonly onClear: () => void;
}

/** What stands where no conversation is: that they are being read, or why there are none. */
export function NothingFound({ read, filtered, onClear }: NothingFoundProps): ReactNode {
  const { t } = useTranslation('conversations');
  if (!read)
    return (
      <Loading>
        <div className="flex flex-col gap-2 p-4">
          {['a', 'b', 'c', 'd', 'e', 'f'].map((row) => (
            <Skeleton key={row} className="h-6 w-full" />
          ))}
        </div>
      </Loading>
    );
  return (
    <EmptyState
      icon={<Archive aria-hidden />}
      title={t(filtered ? 'nothingFound' : 'nothingThere')}
      action={filtered ? <Button onClick={onClear}>{t('clear')}</Button> : undefined}
    >
      {t(filtered ? 'nothingFoundHelp' : 'nothingThereHelp')}
    </EmptyState>
  );
}
