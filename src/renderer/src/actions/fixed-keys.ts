/** Keys of rows and fields that work as everywhere and are not for choosing; worded by texts.ts under `fixed`. */
export const FIXED_KEYS = [
  ['move', ['ArrowDown', 'ArrowUp']],
  ['ends', ['Home', 'End']],
  ['page', ['PageDown', 'PageUp']],
  ['open', ['Enter']],
  ['select', ['Space']],
  ['selectRange', ['Shift+Space']],
  ['resize', ['Alt+ArrowLeft', 'Alt+ArrowRight']],
  ['back', ['Esc']],
] as const satisfies readonly (readonly [string, readonly string[]])[];
