const isControl = (character: string): boolean => character < ' ' && !'\t\n\r'.includes(character);

/** Whether a text holds control characters other than tabs and line breaks. */
export function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) return true;
  }
  return false;
}

/** The text without them. */
export function withoutControl(text: string): string {
  return Array.from(text)
    .filter((character) => !isControl(character))
    .join('');
}
