/** The longest reply or note, in characters: MAX_TEXT of the IPC contract, written here so that no schema library loads in the window. */
export const MAX_TEXT = 50_000;
