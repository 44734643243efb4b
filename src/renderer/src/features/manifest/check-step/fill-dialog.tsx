import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Dialog, DialogButtons } from '../../../components/dialog.tsx';
import { TextField } from '../../../components/fields.tsx';
import { useFigures } from '../use-words.ts';

interface FillDialogProps {
  readonly name: string;
  readonly count: number;
  readonly onFill: (value: string) => void;
  readonly onClose: () => void;
}

/** Asks for the one value that all rows get which lack it. */
export function FillDialog({ name, count, onFill, onClose }: FillDialogProps): ReactNode {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  const [value, setValue] = useState('');
  return (
    <Dialog title={t('fix.fillTitle')} onClose={onClose}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (value.trim() === '') return;
          onFill(value.trim());
          onClose();
        }}
      >
        <p className="text-fg-2">{t('fix.fillWhat', { column: name })}</p>
        <TextField label={t('fix.fillValue')} value={value} onChange={setValue} maxLength={1000} autoFocus />
        <DialogButtons>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" submit>
            {t('fix.fillButton', { n: number(count) })}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
