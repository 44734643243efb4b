/**
 * Every call that crosses between a window and main, by group, and its kind. Plain data, so that the preload needs no
 * zod; `contract.ts` must have the same shape, which the compiler checks.
 *
 * - `invoke` reads; - `command` changes something; - `stream` is subscribed to and arrives in acknowledged batches.
 */
export const channels = {
  app: {
    info: 'invoke',
    copyText: 'command',
    saveText: 'command',
    reportPaint: 'command',
    openExternal: 'command',
    screenReady: 'command',
  },
  preferences: { state: 'stream', change: 'command' },
  instance: { get: 'invoke', resolve: 'invoke', save: 'command' },
  session: {
    state: 'stream',
    signIn: 'command',
    cancelSignIn: 'command',
    signInWithToken: 'command',
    signOut: 'command',
    chooseVault: 'command',
    activateTenant: 'command',
    addTenant: 'command',
  },
  binding: { report: 'invoke', refresh: 'command', override: 'command' },
  live: {
    rows: 'stream',
    transcript: 'stream',
    status: 'stream',
    away: 'stream',
    acknowledgeAway: 'command',
    refresh: 'command',
    report: 'invoke',
  },
  conversations: {
    takeOver: 'command',
    reply: 'command',
    handBack: 'command',
    transfer: 'command',
    complete: 'command',
    bulk: 'command',
    internalContacts: 'invoke',
  },
  manifests: {
    state: 'stream',
    chooseFile: 'command',
    openDropped: 'command',
    read: 'command',
    assign: 'command',
    setOptions: 'command',
    check: 'command',
    stop: 'command',
    rows: 'invoke',
    row: 'invoke',
    fix: 'command',
    undo: 'command',
    redo: 'command',
    zones: 'invoke',
    saveRejects: 'command',
    diff: 'invoke',
    diffRows: 'invoke',
    upload: 'command',
    pauseUpload: 'command',
    resumeUpload: 'command',
    cancelUpload: 'command',
    reverse: 'command',
    refused: 'invoke',
    exportReceipt: 'invoke',
    close: 'command',
  },
  holds: {
    state: 'stream',
    undo: 'command',
    sendNow: 'command',
    cancelRest: 'command',
    again: 'command',
    dismiss: 'command',
  },
  journal: { list: 'invoke', verify: 'invoke', export: 'invoke' },
  drafts: { get: 'invoke', set: 'command' },
  views: { get: 'invoke', set: 'command' },
  replies: { get: 'invoke', set: 'command' },
  windows: {
    tearOff: 'command',
    goTo: 'command',
    displays: 'invoke',
    openWall: 'command',
    setKiosk: 'command',
    wall: 'stream',
    setWall: 'command',
  },
  alerts: {
    state: 'stream',
    saveRules: 'command',
    savePreferences: 'command',
    tryRule: 'invoke',
    acknowledge: 'command',
    snooze: 'command',
    sounds: 'stream',
  },
} as const;

export type CallKind = 'invoke' | 'command' | 'stream';
export type Channels = typeof channels;

/** Names used on the wire; derived, never typed by hand elsewhere. */
export const wire = {
  call: 'dialai:call',
  open: 'dialai:stream-open',
  close: 'dialai:stream-close',
  ack: 'dialai:stream-ack',
  batch: 'dialai:stream-batch',
} as const;

/** The global that the preload exposes; only `renderer/src/bridge` reads it. */
export const BRIDGE_GLOBAL = 'dialai';
