/** Through what a conversation runs, and with whom. Types only; re-exported by the port. */

export type Platform = 'voice' | 'sms' | 'webchat' | 'email' | 'slack';

export interface Contact {
  readonly id: string;
  /** Phone number, e-mail address or user name, as the channel shows it. */
  readonly display: string;
  readonly name?: string;
}
