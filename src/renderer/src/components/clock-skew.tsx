import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLateTexts } from '../i18n/late-texts.ts';
import { formatAge } from '../lib/format.ts';
import { texts } from './clocks-texts.ts';

/** Clocks that differ by less agree well enough for what is read here. */
const WORTH_MS = 2_000;

/** Tells when the instance's clock and this computer's differ. @param skewMs the instance's minus this computer's */
export function ClockSkew({ skewMs }: { readonly skewMs: number | undefined }): ReactNode {
  useLateTexts('clocks', texts);
  const { t, i18n } = useTranslation('clocks');
  if (skewMs === undefined || Math.abs(skewMs) < WORTH_MS) return null;
  const time = formatAge(Math.abs(skewMs), i18n.language.startsWith('fr') ? 'fr' : 'en');
  return <p className="text-sm text-warn">{t(skewMs > 0 ? 'ahead' : 'behind', { time })}</p>;
}
