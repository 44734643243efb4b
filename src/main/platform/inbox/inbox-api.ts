import type {
  Assignment,
  Availability,
  AvailabilityChange,
  Inbox,
  PersonalConfiguration,
} from '../../../shared/models/inbox.ts';
import type { OperationId } from '../../../shared/models/operation.ts';

/** What an agent writes after a conversation. */
export interface WrapUpNotes {
  readonly notes: string;
  readonly disposition?: string;
}

/** All that the console can ask of one tenant's inbox. Failures as those of `TenantApi`. */
export interface InboxApi {
  readonly tenant: string;
  can(operation: OperationId): boolean;
  clockSkew(): number | undefined;
  get(signal?: AbortSignal): Promise<Inbox>;
  setAvailability(availability: Availability): Promise<AvailabilityChange>;
  /** Tells the router that this client is there. */
  announce(): Promise<void>;
  configuration(): Promise<PersonalConfiguration>;
  configure(wanted: PersonalConfiguration): Promise<PersonalConfiguration | undefined>;
  end(id: string): Promise<Assignment | undefined>;
  wrapUp(id: string, notes: WrapUpNotes): Promise<void>;
  requeue(id: string, skills?: readonly string[]): Promise<void>;
  skills(): Promise<readonly string[]>;
}
