import type { i18n } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { LateNamespace, Resources } from './resources.ts';

type Texts<N extends LateNamespace> = { readonly en: Resources[N]; readonly fr: SameShape<Resources[N]> };
type SameShape<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameShape<T[K]> };

/**
 * Makes a screen's texts known when the screen is first shown: its code is loaded then, and its words with it. To be
 * called before the `useTranslation` of the namespace, by the component that the route loads.
 */
export function useLateTexts<N extends LateNamespace>(namespace: N, texts: Texts<N>): void {
  const { i18n } = useTranslation();
  addLateTexts(i18n, namespace, texts, true);
}

/**
 * The same for one i18next; nothing where they are known.
 * @param silent nothing is drawn anew for them: what shows them is only about to be drawn
 */
export function addLateTexts<N extends LateNamespace>(
  into: i18n,
  namespace: N,
  { en, fr }: Texts<N>,
  silent = false,
): void {
  if (into.hasResourceBundle('en', namespace)) return;
  into.addResourceBundle('en', namespace, en, undefined, undefined, { silent });
  into.addResourceBundle('fr', namespace, fr, undefined, undefined, { silent });
}
