import { useTranslation } from 'react-i18next';
import { isNamed, type Shortcut } from '../../actions/shortcuts.ts';
import { places } from '../../app/places.ts';

/** What an action with keys is called, wherever it is offered. */
export function useShortcutWords(): (shortcut: Shortcut) => string {
  const { t } = useTranslation(['actions', 'shell']);
  return ({ id }) => {
    if (isNamed(id)) return t(`actions:do.${id}`);
    const place = places.find(({ to }) => id === `go:${to}`);
    return place === undefined ? id : t('shell:goTo', { place: t(`shell:${place.label}`) });
  };
}
