/** Whether keys are named and used as on macOS. */
export const isMac = /mac/i.test(navigator.platform);
