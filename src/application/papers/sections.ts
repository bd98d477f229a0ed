import { fullName } from '../../domain/person/name.ts';
import type { Person, School } from '../../domain/records.ts';
import { type SchoolYear, schoolYearLabel, schoolYearOf } from '../../domain/time/school-year.ts';
import { paperTexts } from '../../texts/fr/papers/phrases.ts';
import { facts, heading, seal } from './blocks.ts';
import type { Block, CodeBlock, FactList, Letterhead, PaperContent } from './content-types.ts';
import { daysOf, type PaperContext, type SchoolMember, schoolName } from './context.ts';

/** Parts that the papers of a school have in common: their author, their subject, and the way to check
 *  them. */

export function letterhead({ name, commune }: School, { issuerName }: PaperContext): Letterhead {
  return { kind: 'letterhead', school: name, commune, issuer: issuerName };
}

/** The fields of a document without its blocks. */
export function paperOutline(
  { name, title }: { readonly name: string; readonly title: string },
  establishment: School,
  { issuerName, madeAt }: PaperContext,
): Omit<PaperContent, 'blocks'> {
  return { title, runningHead: name, issuerName, headedBy: schoolName(establishment), madeAt };
}

interface Subject {
  readonly establishment: School;
  /** Absent in a paper about the whole school. */
  readonly person?: Pick<Person, 'givenName' | 'familyName'>;
  readonly principalName?: string;
  /** By default the school year that contains the day of the facts. */
  readonly schoolYear?: SchoolYear;
}

/** The person and year of the paper, and its dates; `more` is put before the dates. */
export function subjectFacts(
  { establishment, person, schoolYear }: Subject,
  context: PaperContext,
  more: FactList['rows'] = [],
): FactList {
  const { facts: labels, day } = paperTexts;
  const { madeOn, on } = daysOf(context);
  return facts([
    ...(person ? ([[labels.person, fullName(person)]] as const) : []),
    [labels.school, `${schoolName(establishment)} (${establishment.uai})`],
    [labels.schoolYear, schoolYearLabel(schoolYear ?? schoolYearOf(on))],
    ...more,
    ...(madeOn === on
      ? ([[labels.madeAndFactsOn, day(on)]] as const)
      : ([
          [labels.madeOn, day(madeOn)],
          [labels.factsOn, day(on)],
        ] as const)),
  ]);
}

/** The place for the principal's signature, dated with the day of the paper, and for the person's signature where they
 *  sign too, with the code next to them. */
export function signedAndSealed(
  title: string,
  input: Pick<Subject, 'establishment' | 'principalName'> & {
    readonly verificationAddress: string;
  },
  {
    context,
    signer,
  }: { readonly context: PaperContext; readonly signer?: Pick<SchoolMember, 'person' | 'titleForm'> },
): readonly Block[] {
  const { establishment, principalName = '', verificationAddress } = input;
  const { who, asks } = paperTexts.principalSigns(principalName);
  const made = paperTexts.madeAt(establishment.commune, daysOf(context).madeOn);
  const principal = { who, asks: `${made}. ${asks}` };
  return [
    heading(2, title, 'frame'),
    {
      kind: 'signatures',
      places: signer
        ? [principal, paperTexts.personSigns(fullName(signer.person), signer.titleForm)]
        : [principal],
      code: verificationCode(verificationAddress, context),
    },
  ];
}

/** The code that leads from the paper to the page with the recorded facts. */
export function verificationBlocks(address: string, context: PaperContext): readonly Block[] {
  return [heading(2, paperTexts.verification.heading, 'frame'), verificationCode(address, context)];
}

function verificationCode(address: string, context: PaperContext): CodeBlock {
  const { verification } = paperTexts;
  return seal({
    address,
    caption: verification.caption(daysOf(context).madeOn),
    alternative: verification.alternative(address),
  });
}
