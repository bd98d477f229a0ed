import { NO_PERSON } from '../../domain/ids.ts';

/** The service itself starts this work. */
export const UPKEEP_ACTOR = NO_PERSON.service;
