import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bandsOf, type Tile } from '../../../../../shared/models/board.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog, DialogButtons } from '../../../components/dialog.tsx';
import { TextField } from '../../../components/fields.tsx';

interface BandsDialogProps {
  readonly tile: Tile;
  readonly name: string;
  /** Undefined: the metric's own; null: none. */
  readonly onSave: (bands: Tile['bands']) => void;
  readonly onClose: () => void;
}

/** A number as people type it, with a comma or a point; undefined for anything else. */
function numberIn(text: string): number | undefined {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(number) ? number : undefined;
}

/** From where on a tile warns and alarms. */
export function BandsDialog({ tile, name, onSave, onClose }: BandsDialogProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const bands = bandsOf(tile);
  const [warn, setWarn] = useState(bands === undefined ? '' : String(bands.warn));
  const [alarm, setAlarm] = useState(bands === undefined ? '' : String(bands.alarm));
  const [tried, setTried] = useState(false);
  const [warnAt, alarmAt] = [numberIn(warn), numberIn(alarm)];
  const done = (next: Tile['bands']) => {
    onSave(next);
    onClose();
  };
  return (
    <Dialog title={t('bandsDialog', { name })} onClose={onClose}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (warnAt !== undefined && alarmAt !== undefined) done({ warn: warnAt, alarm: alarmAt });
        }}
      >
        <p className="text-fg-2">{t('bandsHelp')}</p>
        <TextField
          label={t('warnAt')}
          inputMode="decimal"
          value={warn}
          onChange={setWarn}
          error={tried && warnAt === undefined ? t('notANumber') : undefined}
        />
        <TextField
          label={t('alarmAt')}
          inputMode="decimal"
          value={alarm}
          onChange={setAlarm}
          error={tried && alarmAt === undefined ? t('notANumber') : undefined}
        />
        <DialogButtons>
          <Button onClick={() => done(null)}>{t('bandsNone')}</Button>
          <Button onClick={() => done(undefined)}>{t('bandsDefault')}</Button>
          <Button look="primary" submit>
            {t('save')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
