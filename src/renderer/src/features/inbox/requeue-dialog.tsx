import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/dialog.tsx';

interface RequeueDialogProps {
  /** Skills of the tenant. */
  readonly known: readonly string[];
  /** Gives it back; without skills for those that it had. */
  readonly onRequeue: (skills: readonly string[] | undefined) => Promise<void>;
  readonly onClose: () => void;
}

/** Gives a conversation back to the queue, for the skills it had or for others. */
export function RequeueDialog({ known, onRequeue, onClose }: RequeueDialogProps): ReactNode {
  const { t } = useTranslation('inbox');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <ConfirmDialog
      title={t('requeue')}
      action={t('requeue')}
      onConfirm={() => onRequeue(chosen.length === 0 ? undefined : chosen)}
      onClose={onClose}
    >
      <p>{t('requeueText')}</p>
      <fieldset className="mt-3 flex flex-col gap-1">
        <legend className="mb-1 text-sm">{t('requeueFor')}</legend>
        {known.map((skill) => (
          <label key={skill} className="flex items-center gap-2 text-fg">
            <input
              type="checkbox"
              checked={chosen.includes(skill)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, skill] : chosen.filter((one) => one !== skill))
              }
            />
            {skill}
          </label>
        ))}
      </fieldset>
    </ConfirmDialog>
  );
}
