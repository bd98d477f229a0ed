import { NO_PERSON } from '../../domain/ids.ts';

/** The actor of work that the service itself starts. */
export const UPKEEP_ACTOR = NO_PERSON.service;
