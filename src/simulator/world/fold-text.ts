/** Text without case and accents, so that "etienne" finds "Étienne". */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  // Most text has nothing to strip, and a million contacts are looked through at once.
  for (let i = 0; i < lower.length; i += 1) {
    if (lower.charCodeAt(i) > 127) return lower.normalize('NFD').replace(/\p{Mn}/gu, '');
  }
  return lower;
}
