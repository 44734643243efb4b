const HIDDEN = '•••';

/**
 * A contact with its personal part hidden: `+1 ••• ••• 4512`, `da•••@example.ca`. What is neither a number to dial nor an address
 * (a user name, a chat id) is returned as it is.
 */
export function maskContact(display: string): string {
  const address = /^([^@\s]+)@([^@\s]+)$/.exec(display);
  if (address !== null) return `${(address[1] ?? '').slice(0, 2)}${HIDDEN}@${address[2] ?? ''}`;
  return isPhone(display) ? maskPhone(display) : display;
}

/** Whether a contact is a number to dial: at least seven digits and nothing but what numbers are written with. */
export function isPhone(display: string): boolean {
  return /^[+()\d\s.\-/]+$/.test(display) && display.replace(/\D/g, '').length >= 7;
}

function maskPhone(display: string): string {
  const digits = display.replace(/\D/g, '');
  const last = digits.slice(-4);
  // Without a table of country codes only North America's is sure; elsewhere nothing but the last digits is told.
  const country = /^\+1\d{10}$/.test(`+${digits}`) && display.trimStart().startsWith('+') ? '+1 ' : '';
  return `${country}${HIDDEN} ${HIDDEN} ${last}`;
}
