import type { Preferences } from './preferences.ts';

const HIDDEN = '•••';

/** How contacts are shown: by one level of hiding. */
export interface Mask {
  /** What a contact is displayed by: a number, an address, or a name. */
  readonly contact: (display: string) => string;
  readonly name: (name: string) => string;
  /** What was said: numbers to dial and addresses within it; names cannot be told from other words. */
  readonly text: (text: string) => string;
  /** A value of a parameter, which may be a number, an address, or by its key a name. */
  readonly parameter: (key: string, value: string) => string;
}

const asItIs = (text: string): string => text;
const NAMES = /name|nom\b|prénom/iu;
/** As a parameter, numbers of fewer digits are counts, dates and amounts. */
const LONG_NUMBER = /^\+?[\d\s().-]{10,24}$/u;

/** Addresses and numbers within a text; bounded, so that a text of any length is looked through once. */
const WITHIN = /[^\s@<>"']{1,64}@[^\s@<>"']{1,250}\.\w{2,24}|(?<![\d-])(?!\d{4}-\d\d-\d\d)\+?\d[\d\s().-]{8,20}\d/gu;

const MASKS: Readonly<Record<Preferences['mask'], Mask>> = {
  none: { contact: asItIs, name: asItIs, text: asItIs, parameter: (_key, value) => value },
  numbers: { contact: maskContact, name: asItIs, text: maskText, parameter: (_key, value) => maskNumber(value) },
  all: {
    contact: maskPerson,
    name: maskPerson,
    text: maskText,
    parameter: (key, value) => (NAMES.test(key) ? maskPerson(value) : maskNumber(value)),
  },
};

/** The mask of a level; the same object for the same level. */
export function maskOf(level: Preferences['mask']): Mask {
  return MASKS[level];
}

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

/** A number, an address or a name with its personal part hidden: of a name the first letters stay, so that rows can be told apart. */
function maskPerson(text: string): string {
  const masked = maskContact(text);
  if (masked !== text) return masked;
  return text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => `${[...word][0] ?? ''}${HIDDEN}`)
    .join(' ');
}

function maskNumber(value: string): string {
  const digits = value.replace(/\D/g, '').length;
  return value.includes('@') || (digits >= 10 && LONG_NUMBER.test(value)) ? maskContact(value) : value;
}

function maskText(text: string): string {
  return text.replace(WITHIN, maskNumber);
}
