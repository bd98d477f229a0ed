import type { Contribution } from '../../domain/records.ts';
import { contributionTable } from '../export/file-tables.ts';
import { type Cells, makeWords, readDate, readEmail, readText, readWord } from './cells.ts';
import { decideSave, tableOf } from './decision.ts';
import { defineKind } from './file-kind.ts';
import { CONTRIBUTION_WORDS, YES_NO_WORDS } from './listed-words.ts';
import { readKnownPeople, UNKNOWN_EMAIL } from './references.ts';

interface ContributionLine extends Omit<Contribution, 'personId'> {
  readonly email: string;
}

const KINDS = makeWords(CONTRIBUTION_WORDS);

const YES_NO = makeWords(YES_NO_WORDS);

/** `contributions.csv`. */
export const contributions = defineKind<ContributionLine>({
  name: 'contributions',
  required: ['reference', 'email', 'nature', 'date'],
  optional: ['lien', 'validee'],
  parse: parseContribution,
  prepare: async ({ reader, phase }, values) => {
    const people = await readKnownPeople(
      reader,
      values.map(({ email }) => email),
    );
    const references = values.map(({ reference }) => reference);
    const stored = phase === 'decide' ? await reader.readContributions(references) : [];
    const byReference = new Map(stored.map((contribution) => [contribution.reference, contribution]));
    return {
      refuse: ({ email }) => (people.personOf(email) ? undefined : UNKNOWN_EMAIL),
      keyOf: ({ reference }) => reference,
      decide: ({ email, ...rest }) => {
        const person = people.knownPerson(email);
        const said: Contribution = { personId: person.id, ...rest };
        return decideSave({
          stored: byReference.get(said.reference),
          said,
          toChange: (contribution) => ({ kind: 'contribution-saved', contribution }),
          table: tableOf(contributionTable, person),
        });
      },
    };
  },
});

function parseContribution(cells: Cells): ContributionLine {
  const url = readText(cells, 'lien');
  return {
    reference: cells('reference'),
    email: readEmail(cells, 'email'),
    kind: readWord(cells, 'nature', KINDS),
    on: readDate(cells, 'date'),
    ...(url && { url }),
    validated: readText(cells, 'validee') ? readWord(cells, 'validee', YES_NO) : false,
  };
}
