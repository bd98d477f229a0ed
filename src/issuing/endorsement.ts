import { CREDENTIALS_V2, OPEN_BADGES_V3_0_3 } from '#open-badges/credential';
import { isJsonObject, type JsonObject, listOf, textOf } from '#open-badges/parsing';
import type { CredentialId } from '../domain/ids.ts';
import type { Instant } from '../domain/time/calendar.ts';
import type { Uai } from '../domain/uai.ts';
import { credentialUrl } from './addresses.ts';
import { schoolDidOf } from './school-did.ts';

/** The input of `buildEndorsement`: a principal's comment and the badge that it endorses. */
export interface EndorsementInput {
  /** A UUID, the same each time it is signed again. */
  readonly id: string;
  readonly origin: string;
  readonly school: { readonly uai: Uai; readonly name: string };
  /** The endorsed badge. */
  readonly credentialId: CredentialId;
  readonly comment: string;
  readonly validFrom: Instant;
  readonly name: string;
}

/** The body of a school's endorsement of one badge (Open Badges 3.0, EndorsementCredential). The same input
 *  always gives the same body. It names the school and no person. */
export function buildEndorsement(input: EndorsementInput): JsonObject {
  const { origin, school } = input;
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_V3_0_3],
    id: `urn:uuid:${input.id}`,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: input.name,
    issuer: { id: schoolDidOf(origin, school.uai), type: ['Profile'], name: school.name },
    validFrom: input.validFrom,
    credentialSubject: {
      id: credentialUrl(origin, input.credentialId),
      type: ['EndorsementSubject'],
      endorsementComment: input.comment,
    },
  };
}

/** An endorsement as a page shows it. */
export interface EndorsementSource {
  readonly id: string;
  readonly by: string;
  readonly comment: string;
}

/** The endorsements by our schools in a served badge, read from its document alone. They are not verified
 *  here. */
export function endorsementsIn(origin: string, credential: unknown): readonly EndorsementSource[] {
  if (!isJsonObject(credential)) return [];
  const schools = schoolDidOf(origin, '' as Uai);
  return listOf(credential['endorsement']).flatMap((one): EndorsementSource[] => {
    if (!isJsonObject(one) || !textOf(one['issuer'], 'id')?.startsWith(schools)) return [];
    const [id, by] = [textOf(one, 'id'), textOf(one['issuer'], 'name')];
    const comment = textOf(one['credentialSubject'], 'endorsementComment');
    return id && by && comment ? [{ id, by, comment }] : [];
  });
}

/** A signed endorsement as received: JSON with embedded proofs, or a compact JWS. */
export interface SignedEndorsement {
  readonly form: 'json' | 'jws';
  readonly content: string;
}

/** The two members of an Achievement for endorsements, one for each form (Open Badges 3.0, Achievement). A
 *  member that would be empty is left out. */
export function endorsementMembers(signed: readonly SignedEndorsement[]): {
  readonly endorsement?: readonly JsonObject[];
  readonly endorsementJwt?: readonly string[];
} {
  const contentsOf = (form: SignedEndorsement['form']) =>
    signed.filter((one) => one.form === form).map(({ content }) => content.trim());
  const [documents, tokens] = [contentsOf('json'), contentsOf('jws')];
  return {
    ...(documents.length > 0 && { endorsement: documents.map((text) => JSON.parse(text) as JsonObject) }),
    ...(tokens.length > 0 && { endorsementJwt: tokens }),
  };
}
