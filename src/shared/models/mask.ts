import type { Preferences } from './preferences.ts';

const HIDDEN = '•••';

/** How contacts are shown: by one level of hiding. */
export interface Mask {
  /** What a contact is displayed by: a number, an address, or a name. */
  readonly contact: (display: string) => string;
  readonly name: (name: string) => string;
  /** A value of a parameter, which may be a number, an address, or by its key a name. */
  readonly parameter: (key: string, value: string) => string;
  /** What was said, which may hold numbers and addresses. As long as before, so that places in it still hold. */
  readonly text: (text: string) => string;
}

const asItIs = (text: string): string => text;
const NAMES = /name|nom\b|prénom/iu;
/** As a parameter, numbers of fewer digits are counts, dates and amounts. */
const LONG_NUMBER = /^\+?[\d\s().-]{10,24}$/u;

const MASKS: Readonly<Record<Preferences['mask'], Mask>> = {
  none: { contact: asItIs, name: asItIs, parameter: (_key, value) => value, text: asItIs },
  numbers: { contact: maskContact, name: asItIs, parameter: (_key, value) => maskNumber(value), text: maskText },
  all: {
    contact: maskPerson,
    name: maskPerson,
    parameter: (key, value) => (NAMES.test(key) ? maskPerson(value) : maskNumber(value)),
    text: maskText,
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

const ADDRESS_WITHIN = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+/gu;
const NUMBER_WITHIN = /\+?\(?\d[\d\s().-]{7,22}\d/gu;
const DATE = /^\d{4}-\d{2}-\d{2}\b/u;

/**
 * A text with the numbers of ten digits and more and the addresses in it hidden: of a number the last four digits stay, of
 * an address its first two letters and its host. It is as long as before.
 */
export function maskText(text: string): string {
  return text
    .replace(ADDRESS_WITHIN, (address) => {
      const at = address.indexOf('@');
      return address.slice(0, Math.min(2, at)) + '•'.repeat(Math.max(0, at - 2)) + address.slice(at);
    })
    .replace(NUMBER_WITHIN, (number) => {
      let left = number.replace(/\D/g, '').length;
      if (left < 10 || DATE.test(number)) return number;
      return number.replace(/\d/g, (digit) => (left-- > 4 ? '•' : digit));
    });
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
