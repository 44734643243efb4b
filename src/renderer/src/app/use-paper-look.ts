import { useEffect } from 'react';

/**
 * Puts the light theme on while the page is printed or saved as PDF, whatever it wears on the screen. On the document
 * rather than in the styles for paper alone: charts on a canvas read their colours from it and are drawn anew.
 */
export function usePaperLook(): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    let worn: { readonly theme: string | undefined; readonly contrast: string | undefined } | undefined;
    const dress = () => {
      worn ??= { theme: dataset['theme'], contrast: dataset['contrast'] };
      dataset['theme'] = 'light';
      dataset['contrast'] = 'normal';
    };
    const undress = () => {
      if (worn === undefined) return;
      dataset['theme'] = worn.theme ?? 'dark';
      dataset['contrast'] = worn.contrast ?? 'normal';
      worn = undefined;
    };
    window.addEventListener('beforeprint', dress);
    window.addEventListener('afterprint', undress);
    return () => {
      window.removeEventListener('beforeprint', dress);
      window.removeEventListener('afterprint', undress);
      undress();
    };
  }, []);
}
