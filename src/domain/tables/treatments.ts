/** What is about the person alone: it is deleted in an erasure and exported as it is. */
export const OWN = { by: 'person_id', erase: 'deleted', export: 'whole' } as const;

/** The same, but exported in part and held by no file of the register. */
export const PARTLY_EXPORTED = {
  by: 'person_id',
  erase: 'deleted',
  export: 'apart',
  register: 'nothing',
} as const;

/** Rows that end in an erasure alone. */
export const WITH_PERSON = { with: 'person' } as const;
/** Rows that end with the engagement that they refer to. */
export const WITH_ENGAGEMENT = { with: 'engagement' } as const;
