import type {
  BadgeSending,
  HostClient,
  HostCode,
  HostGrant,
  HostProfile,
  HostToken,
  Kept,
} from '../../domain/host/host-grant.ts';
import type { UnusedClient } from '../../domain/host/unused-clients.ts';
import type { PersonId } from '../../domain/ids.ts';

/** Reads clients of the Open Badges API, and the grants that people made. */
export interface HostReader {
  readHostClient(id: string): Promise<HostClient | undefined>;
  /** Clients to which nobody has granted anything. */
  readUnusedClients(): Promise<readonly UnusedClient[]>;
  readHostCode(secretHash: string): Promise<Kept<HostCode> | undefined>;
  readHostToken(secretHash: string): Promise<Kept<HostToken> | undefined>;
  /** The person's grants with their clients, the newest first, including those that have ended. */
  readHostGrantsOf(
    personId: PersonId,
  ): Promise<readonly { readonly grant: HostGrant; readonly client: HostClient }[]>;
  readHostProfile(personId: PersonId): Promise<HostProfile | undefined>;
  readBadgeSending(stateHash: string): Promise<BadgeSending | undefined>;
}
