/**
 * A file that was dropped on the window, to be handed to a call that takes one: the preload puts the path in its place, which
 * the page never sees.
 */
export function droppedFile(file: File): string {
  // What crosses to the preload is the file itself; the contract's type is that of what arrives in main.
  return file as unknown as string;
}
