import { hasType, isJsonObject, listOf, textOf } from '../parsing/json-value.ts';
import { shownText } from '../parsing/safe-display-text.ts';

/** A name and a sentence, as shown on a page. */
export interface PublicEvidence {
  readonly name?: string;
  readonly narrative?: string;
  readonly url?: string;
}

/** An alignment, as shown on a page. */
export interface PublicAlignment {
  readonly name: string;
  readonly url?: string;
  readonly framework?: string;
  readonly code?: string;
}

/** The parts of a credential that a page may show, taken from its document alone. All texts come from outside
 *  and must be escaped; invisible characters in them are replaced. Identifiers and addresses are left
 *  unchanged. */
export interface PublicFacts {
  readonly id?: string;
  readonly name?: string;
  /** Present only if the document contains the name in clear. */
  readonly holderName?: string;
  readonly issuer: { readonly id?: string; readonly name?: string; readonly url?: string };
  readonly achievement: {
    readonly id?: string;
    readonly name?: string;
    readonly description?: string;
    readonly criteriaUrl?: string;
    /** The criteria, in Markdown. */
    readonly criteria?: string;
    readonly imageUrl?: string;
    readonly version?: string;
    readonly language?: string;
  };
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly awardedDate?: string;
  readonly activityStartDate?: string;
  readonly activityEndDate?: string;
  readonly role?: string;
  readonly term?: string;
  readonly results: readonly { readonly id?: string; readonly name?: string; readonly value: string }[];
  readonly evidence: readonly PublicEvidence[];
  readonly alignments: readonly PublicAlignment[];
}

type Member = Readonly<Record<string, string | undefined>>;

/** Reads the facts of a credential of VCDM 1.1 or 2.0, without trusting its form. A member of an unexpected
 *  type counts as absent. Nothing is verified. */
export function publicFactsOf(credential: unknown): PublicFacts {
  const subject = memberOf(credential, 'credentialSubject');
  const achievement = memberOf(subject, 'achievement');
  return {
    ...texts({ id: textOf(credential, 'id'), name: textOf(credential, 'name') }),
    ...texts({ holderName: holderNameOf(subject) }),
    issuer: issuerFactsOf(credential),
    achievement: achievementFacts(achievement),
    ...texts({
      validFrom: textOf(credential, 'validFrom') ?? textOf(credential, 'issuanceDate'),
      validUntil: textOf(credential, 'validUntil') ?? textOf(credential, 'expirationDate'),
      awardedDate: textOf(credential, 'awardedDate'),
      activityStartDate: textOf(subject, 'activityStartDate'),
      activityEndDate: textOf(subject, 'activityEndDate'),
      role: textOf(subject, 'role'),
      term: textOf(subject, 'term'),
    }),
    results: resultFacts(subject, achievement),
    evidence: listOf(member(credential, 'evidence')).filter(isJsonObject).map(evidenceFacts),
    alignments: listOf(member(achievement, 'alignment')).flatMap(alignmentFacts),
  };
}

/** The issuer's data in a credential. */
export function issuerFactsOf(credential: unknown): PublicFacts['issuer'] {
  const issuer = memberOf(credential, 'issuer');
  return texts({
    id: textOf(issuer, 'id') ?? textOf(credential, 'issuer'),
    name: textOf(issuer, 'name'),
    url: textOf(issuer, 'url'),
  });
}

function achievementFacts(achievement: unknown): PublicFacts['achievement'] {
  const criteria = memberOf(achievement, 'criteria');
  return texts({
    id: textOf(achievement, 'id'),
    name: textOf(achievement, 'name'),
    description: textOf(achievement, 'description'),
    criteriaUrl: textOf(criteria, 'id'),
    criteria: textOf(criteria, 'narrative'),
    imageUrl: textOf(memberOf(achievement, 'image'), 'id') ?? textOf(achievement, 'image'),
    version: textOf(achievement, 'version'),
    language: textOf(achievement, 'inLanguage'),
  });
}

function evidenceFacts(evidence: unknown): PublicEvidence {
  return texts({
    name: textOf(evidence, 'name'),
    narrative: textOf(evidence, 'narrative'),
    url: textOf(evidence, 'id'),
  });
}

function alignmentFacts(alignment: unknown): readonly PublicAlignment[] {
  const name = textOf(alignment, 'targetName');
  if (name === undefined) return [];
  const rest = texts({
    url: textOf(alignment, 'targetUrl'),
    framework: textOf(alignment, 'targetFramework'),
    code: textOf(alignment, 'targetCode'),
  });
  return [{ name: shownText(name), ...rest }];
}

function resultFacts(subject: unknown, achievement: unknown): PublicFacts['results'] {
  const described = listOf(member(achievement, 'resultDescription'));
  return listOf(member(subject, 'result')).flatMap((result) => {
    const value = textOf(result, 'value') ?? textOf(result, 'status');
    if (value === undefined) return [];
    const id = textOf(result, 'resultDescription');
    const description = described.find((item) => id !== undefined && textOf(item, 'id') === id);
    return [{ ...texts({ id, name: textOf(description, 'name') }), value: shownText(value) }];
  });
}

/** The identifier of type `name`, which wallets show, else the names of a subject that is also a Profile. */
function holderNameOf(subject: unknown): string | undefined {
  const identifiers = listOf(member(subject, 'identifier')).filter(isJsonObject);
  const named = identifiers.find((item) => item['identityType'] === 'name' && item['hashed'] === false);
  const given = [textOf(subject, 'givenName'), textOf(subject, 'familyName')].filter(Boolean).join(' ');
  const profileName = hasType(subject, 'Profile') ? textOf(subject, 'name') : undefined;
  return textOf(named, 'identityHash') ?? profileName ?? (given || undefined);
}

function member(value: unknown, key: string): unknown {
  return isJsonObject(value) ? value[key] : undefined;
}

/** The member, or its first value where there are several. */
function memberOf(value: unknown, key: string): unknown {
  return listOf(member(value, key))[0];
}

/** Members that are compared or followed as links. */
const AS_WRITTEN = new Set(['id', 'url', 'criteriaUrl', 'imageUrl']);

/** The members whose value is a text, prepared for a page. */
function texts<Members extends Member>(members: Members): { readonly [Key in keyof Members]?: string } {
  const present = Object.entries(members).flatMap(([key, text]) =>
    text === undefined || text === '' ? [] : [[key, AS_WRITTEN.has(key) ? text : shownText(text)] as const],
  );
  return Object.fromEntries(present) as { readonly [Key in keyof Members]?: string };
}
