import type { PersonId } from '../ids.ts';
import type { Instant } from '../time/calendar.ts';

/** The fields of a form that could not be accepted: the session had ended, another person had signed in in the
 *  meantime, or the form was refused. They are given back only to the same person in the same browser. */
export interface RestoredForm {
  /** Hash of the secret that only the browser has. */
  readonly secretHash: string;
  /** The person for whom the form was shown. */
  readonly personId: PersonId;
  /** The address to which the form was sent. */
  readonly path: string;
  /** The page of the form. */
  readonly back: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** The errors with which the form was refused, as JSON. Absent if it was not refused. */
  readonly errors?: string | undefined;
  readonly expiresAt: Instant;
}

/** Why a form is saved. Only the session of its person saves a refused one. An unsent one is saved without a session. */
export type RestoredFormKind = 'refused' | 'unsent';

export function restoredFormKind({ errors }: Pick<RestoredForm, 'errors'>): RestoredFormKind {
  return errors === undefined ? 'unsent' : 'refused';
}

/** The most characters of all fields of a form that are kept. */
export const RESTORED_FORM_CHARACTERS = 65_536;
/** The most forms that are kept at once, for everybody and of each kind for one person. When one person has too many
 *  of a kind, the oldest of that kind is deleted. */
export const MAX_RESTORED_FORMS = { all: 1000, ofPerson: 5 } as const;
/** Seconds for which a form is kept. */
export const RESTORED_FORM_SECONDS = 3600;

/** Changes to kept forms. Those that are too old are deleted with the sessions. */
export type RestoredFormChange =
  | { readonly kind: 'typed-form-kept'; readonly form: RestoredForm }
  | { readonly kind: 'typed-form-dropped'; readonly secretHash: string; readonly path: string };
