import type { SchoolScope } from '../../domain/engagement/school-scope.ts';
import { firstDayOf, lastDayOf, type SchoolYear } from '../../domain/time/school-year.ts';
import { localDateInParis } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import { composeMail } from '../mail/compose-mail.ts';
import { layOutMail } from '../mail/lay-out-mail.ts';
import type { ComposeNeeds } from '../mail/mail-content.ts';
import type { Clock, Store } from '../ports.ts';
import type { AskedCounts, AskedSchool } from '../store/engagement-readers.ts';

interface Needs extends ComposeNeeds {
  readonly store: ComposeNeeds['store'] & Pick<Store, 'countAskedSchools' | 'readAskedSchools'>;
  readonly clock: Clock;
  readonly scope: SchoolScope;
}

export interface PreviewAsked {
  readonly schoolYear: SchoolYear;
  readonly text?: string;
  readonly withoutHead?: boolean;
  readonly after?: Uai;
  readonly limit: number;
}

/** The effects of a campaign: the numbers of schools and segments, and one of its mails. */
export interface CampaignPreview {
  readonly counts: AskedCounts;
  readonly schools: readonly AskedSchool[];
  /** Absent where no mail would be sent. */
  readonly example?: { readonly uai: Uai; readonly subject: string; readonly text: string };
}

/** Reads the requests that a campaign of the school year would send now. Nothing is written or sent. */
export const previewCampaign =
  (needs: Needs) =>
  async ({ schoolYear, ...search }: PreviewAsked): Promise<CampaignPreview> => {
    const { store, clock, scope } = needs;
    const waiting = { scope, from: firstDayOf(schoolYear), to: lastDayOf(schoolYear) };
    const openOn = localDateInParis(clock.now());
    const [counts, schools, [first]] = await Promise.all([
      store.countAskedSchools({ ...waiting, openOn }),
      store.readAskedSchools({ ...waiting, ...search, openOn }),
      store.readAskedSchools({ ...waiting, openOn, isMailed: true, limit: 1 }),
    ]);
    const example = first && (await composeExample(needs, first, waiting));
    return { counts, schools, ...(example && { example }) };
  };

/** The mail to a principal of that school, in the wording it would have now. */
async function composeExample(
  needs: Needs,
  { uai }: AskedSchool,
  waiting: Parameters<Store['readWaitingSegments']>[1],
): Promise<CampaignPreview['example']> {
  const { store, clock } = needs;
  const segments = await store.readWaitingSegments([uai], waiting);
  const [head] = await store.readHeadsOf(uai);
  const [person] = head ? await store.readPeople([head]) : [];
  if (!person) return undefined;
  const kind = 'confirmation-request' as const;
  const subjectIds = segments.map(({ reference }) => reference);
  const of = { id: '', kind, personId: person.id, subjectIds };
  const mail = { ...of, messageId: '', createdAt: clock.now(), state: 'waiting' as const };
  const content = await composeMail(needs, { mail, person });
  return content && { uai, subject: content.subject, text: layOutMail(content).text };
}
