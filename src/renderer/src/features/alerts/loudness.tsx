import { Volume2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type AlertPreferences, type Severity, TUNES } from '../../../../shared/models/alert.ts';
import { Button } from '../../components/button.tsx';
import { ToggleChip } from '../../components/chip.tsx';
import { Select, TextField } from '../../components/fields.tsx';
import { NumberField } from './condition-fields.tsx';
import { playSound } from './play-sound.ts';

interface LoudnessProps {
  readonly preferences: AlertPreferences;
  readonly onChange: (preferences: AlertPreferences) => void;
}

/** How loud alerts are, how often they repeat, and when they are quiet. */
export function Loudness({ preferences, onChange }: LoudnessProps): ReactNode {
  const { t } = useTranslation('alerts');
  const { quiet, sounds } = preferences;
  const change = (patch: Partial<AlertPreferences>) => onChange({ ...preferences, ...patch });
  const setSound = (severity: Severity, patch: Partial<AlertPreferences['sounds'][Severity]>) =>
    change({ sounds: { ...sounds, [severity]: { ...sounds[severity], ...patch } } });
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <ToggleChip
          pressed={preferences.notifications}
          onPress={() => change({ notifications: !preferences.notifications })}
        >
          {t('notifications')}
        </ToggleChip>
        <NumberField
          label={t('perMinute')}
          value={preferences.perMinute}
          min={1}
          max={60}
          onChange={(perMinute) => change({ perMinute: Math.round(perMinute) })}
        />
        <NumberField
          label={t('repeat')}
          value={preferences.repeatSeconds}
          min={0}
          max={3600}
          onChange={(repeatSeconds) => change({ repeatSeconds: Math.round(repeatSeconds) })}
        />
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <ToggleChip pressed={quiet.on} onPress={() => change({ quiet: { ...quiet, on: !quiet.on } })}>
          {t('quiet')}
        </ToggleChip>
        {(['from', 'to'] as const).map((end) => (
          <TextField
            key={end}
            type="time"
            label={t(end)}
            value={quiet[end]}
            onChange={(time) => {
              if (time !== '') change({ quiet: { ...quiet, [end]: time.slice(0, 5) } });
            }}
          />
        ))}
        <ToggleChip
          pressed={quiet.butCritical}
          onPress={() => change({ quiet: { ...quiet, butCritical: !quiet.butCritical } })}
        >
          {t('butCritical')}
        </ToggleChip>
      </div>
      {(['critical', 'warning', 'info'] as const).map((severity) => (
        <div key={severity} className="flex flex-wrap items-center gap-3 [&_select]:w-32">
          <ToggleChip pressed={sounds[severity].on} onPress={() => setSound(severity, { on: !sounds[severity].on })}>
            {t('sound', { severity: t(`severity.${severity}`) })}
          </ToggleChip>
          <Select
            label={t('tune', { severity: t(`severity.${severity}`) })}
            labelHidden
            value={sounds[severity].tune}
            options={TUNES.map((value) => ({ value, label: t(`tunes.${value}`) }))}
            onChange={(tune) => {
              setSound(severity, { tune });
              playSound(tune, sounds[severity].volume);
            }}
          />
          <input
            type="range"
            min={0}
            max={1}
            step={0.05}
            aria-label={t('volume', { severity: t(`severity.${severity}`) })}
            value={sounds[severity].volume}
            onChange={(event) => setSound(severity, { volume: Number(event.target.value) })}
          />
          <Button look="quiet" onClick={() => playSound(sounds[severity].tune, sounds[severity].volume)}>
            <Volume2 className="icon" aria-hidden />
            {t('listen')}
          </Button>
        </div>
      ))}
    </div>
  );
}
