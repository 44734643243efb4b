import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BOARD_ROLES, type BoardRole } from '../../../../shared/models/board.ts';
import type { WallLayout } from '../../../../shared/models/wall.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/fields.tsx';

/** How long a board may stay, seconds. */
const TURNS = [10, 20, 30, 60, 120];

interface BoardChoicesProps {
  readonly layout: WallLayout;
  readonly onLayout: (layout: WallLayout) => void;
}

/** Which boards a wall turns through, how long each stays, and whether it is dark. */
export function BoardChoices({ layout, onLayout }: BoardChoicesProps): ReactNode {
  const { t } = useTranslation('wall');
  const { boards, turnSeconds, night } = layout;
  const toggle = (role: BoardRole) => {
    const next = BOARD_ROLES.filter((each) => (each === role ? !boards.includes(each) : boards.includes(each)));
    // A wall without any board would be an empty one.
    if (next.length > 0) onLayout({ ...layout, boards: [...next] });
  };
  const turns = TURNS.includes(turnSeconds) ? TURNS : [...TURNS, turnSeconds].sort((a, b) => a - b);
  return (
    <>
      <fieldset className="flex flex-wrap gap-1">
        <legend className="pb-1 text-sm text-fg-2">{t('boards')}</legend>
        {BOARD_ROLES.map((role) => {
          const on = boards.includes(role);
          return (
            <Button key={role} aria-pressed={on} onClick={() => toggle(role)}>
              {on ? <Check className="icon" aria-hidden /> : null}
              {t(`role.${role}`)}
            </Button>
          );
        })}
      </fieldset>
      <Select
        label={t('turn')}
        value={String(turnSeconds)}
        options={turns.map((seconds) => ({ value: String(seconds), label: t('turnSeconds', { seconds }) }))}
        onChange={(seconds) => onLayout({ ...layout, turnSeconds: Number(seconds) })}
      />
      <Button aria-pressed={night} onClick={() => onLayout({ ...layout, night: !night })}>
        {night ? <Check className="icon" aria-hidden /> : null}
        {t('night')}
      </Button>
    </>
  );
}
