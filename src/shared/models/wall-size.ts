/** Most transcripts a wall shows at once. */
export const MAX_TILES = 16;
/** The wall inside the main window; every other wall is named by the display it stands on. */
export const WALL_IN_WINDOW = 'window';
