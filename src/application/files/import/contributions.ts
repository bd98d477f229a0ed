import { CONTRIBUTION_LENGTHS, type Contribution } from '../../../domain/records.ts';
import { compact } from '../../../domain/text/omit-undefined.ts';
import { isWebLink } from '../../../domain/text/strings.ts';
import { type Instant, localDateInParis } from '../../../domain/time/calendar.ts';
import { contributionTable } from '../export/tables/facts.ts';
import { CONTRIBUTION_TERMS, YES_NO_TERMS } from './cell-values.ts';
import {
  type Cells,
  makeColumnTerms,
  readDate,
  readEmail,
  readListedTerm,
  readShort,
  readText,
} from './cells.ts';
import type { Notice } from './entry.ts';
import { defineKind } from './file-kind.ts';
import { decideSave, tableOf, withStoredCells } from './line-outcome.ts';
import { readKnownPeople, referenceOfAnother, UNKNOWN_EMAIL } from './references.ts';

interface ContributionLine extends Omit<Contribution, 'personId'> {
  readonly email: string;
  /** The text of the cell `lien`, where it is not a link. */
  readonly notALink?: string;
}

const KINDS = makeColumnTerms(CONTRIBUTION_TERMS);

const YES_NO = makeColumnTerms(YES_NO_TERMS);

/** `contributions.csv`. */
export const contributions = defineKind<ContributionLine>({
  name: 'contributions',
  table: contributionTable,
  required: ['reference', 'email', 'nature', 'date'],
  dates: ['date'],
  parse: parseContribution,
  prepare: async ({ reader, columns }, values) => {
    const people = await readKnownPeople(
      reader,
      values.map(({ email }) => email),
    );
    const references = values.map(({ reference }) => reference);
    const stored = await reader.readContributions(references);
    const byReference = new Map(stored.map((contribution) => [contribution.reference, contribution]));
    return {
      refuse: ({ email }) => (people.personOf(email) ? undefined : UNKNOWN_EMAIL),
      refuseKnown: ({ email, reference }) => {
        const known = byReference.get(reference);
        return known && known.personId !== people.knownPerson(email).id
          ? referenceOfAnother('email', reference)
          : undefined;
      },
      keyOf: ({ reference }) => reference,
      decide: ({ email, notALink, ...rest }) => {
        const person = people.knownPerson(email);
        const value: Contribution = { personId: person.id, ...rest };
        const stored = byReference.get(value.reference);
        const notices: Notice[] = notALink ? [{ code: 'not-a-link', column: 'lien' }] : [];
        const unsaid = withStoredCells(value, { stored, columns, table: contributionTable });
        const said = withStoredJudgment(unsaid, stored);
        if (stored?.judged && isOtherwise(said, unsaid)) notices.push(judgmentPreserved(stored.judged.at));
        return decideSave({
          stored,
          said,
          notices,
          toChange: (contribution) => ({ kind: 'contribution-saved', contribution }),
          table: tableOf(contributionTable, person),
        });
      },
    };
  },
});

function parseContribution(cells: Cells): ContributionLine {
  const url = readText(cells, 'lien');
  const title = readShort(cells, 'intitule', CONTRIBUTION_LENGTHS.title) || undefined;
  const description = readShort(cells, 'description', CONTRIBUTION_LENGTHS.description) || undefined;
  return compact({
    reference: readShort(cells, 'reference'),
    email: readEmail(cells, 'email'),
    kind: readListedTerm(cells, 'nature', KINDS),
    on: readDate(cells, 'date'),
    title,
    description,
    ...(url && (isWebLink(url) ? { url } : { notALink: url })),
    validated: readText(cells, 'validee') ? readListedTerm(cells, 'validee', YES_NO) : false,
  });
}

/** The contribution after the line. A contribution validated in the service stays validated; one whose
 *  validation was taken back stays without it (docs/files.md, Decisions that files keep). */
function withStoredJudgment(stated: Contribution, stored: Contribution | undefined): Contribution {
  if (!stored?.judged) return stated;
  const { judged, validated } = stored;
  return validated ? stored : { ...stated, validated, judged };
}

function isOtherwise(saved: Contribution, stated: Contribution): boolean {
  return (['kind', 'on', 'url', 'validated'] as const).some((field) => saved[field] !== stated[field]);
}

function judgmentPreserved(at: Instant): Notice {
  return { code: 'validation-kept', column: 'validee', params: { date: localDateInParis(at) } };
}
