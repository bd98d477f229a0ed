import type { PersonId } from '../../domain/ids.ts';

/** Who begins what nobody asked for: the service itself. No person has this id. */
export const UPKEEP_ACTOR = 'service' as PersonId;
