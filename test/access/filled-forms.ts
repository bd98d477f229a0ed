import { fr } from '../support/fr.ts';
import type { CrawledForm } from './crawled-forms.ts';
import { CLAIRE, HERS, OWN } from './two-schools.ts';

/** Values for fields that take no plain text, by the field's name. */
const VALUES: Readonly<Record<string, string>> = {
  ...{
    url: 'https://a.example/x',
    link: 'https://a.example/x',
    logoUrl: '',
    hours: '2',
    uai: HERS,
    known: '',
    q: '',
  },
  count: '2',
  ...{ blog: '', newsletter: '', mailingList: '', social: '', trainings: '' },
  ...{ opensAt: '09:00', closesAt: '10:00', time: '12:00', event: 'EV-1', email: CLAIRE, headOf: '' },
  '/validityYears': '3',
};

/** Values by route. */
const OF_ROUTE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'POST /dane/people/new': { email: 'new@ac-test.example' },
  'POST /dane/events/new': { code: 'EV-9' },
  'POST /dane/schools/new': { uai: '0210012Z', postalCode: '21000' },
  'POST /dane/people/:id/departure': { lastDay: '2027-01-01' },
  'POST /school/:uai/people/:person/departure': { lastDay: '2027-01-01' },
  'POST /dane/people/:id/erasure': { confirm: fr.dane.people.erase.word },
  'POST /dane/people/:id/attendances/new': { event: 'EV-1' },
  'POST /dane/decisions/due': { time: '23:59', badge: 'RUPN-ENG' },
  'POST /dane/meetings': { uai: OWN },
};

/** The fields of a crawled form, with values that its schema accepts. */
export const filledIn = ({ route, fields }: CrawledForm) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, values]) => {
      const value = OF_ROUTE[route]?.[name] ?? (values[0] === 'Un mot' ? VALUES[name] : undefined);
      return [name, value === undefined ? values : [value]];
    }),
  );
