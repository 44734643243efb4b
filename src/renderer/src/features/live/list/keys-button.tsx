import { Keyboard } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { runAction } from '../../../actions/offered.ts';
import { useKeysOf } from '../../../actions/use-action-keys.ts';
import { IconButton } from '../../../components/button.tsx';

/** Shows the keys of the view. */
export function KeysButton(): ReactNode {
  const { t } = useTranslation('actions');
  return (
    <IconButton
      label={t('do.keys.show')}
      shortcut={useKeysOf('keys.show')}
      className="size-6!"
      onClick={() => runAction('keys.show')}
    >
      <Keyboard className="icon" aria-hidden />
    </IconButton>
  );
}
