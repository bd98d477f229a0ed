import type { schoolDecisionTexts as fr } from '../../fr/school/decisions.ts';
import { plural } from '../grammar/page-phrases.ts';

/** The pages where a principal decides on engagements. */
export const schoolDecisionTexts = (office: string): ReturnType<typeof fr> => ({
  title: 'Confirm the engagements',
  lede: 'Confirm what was done: the period, the missions, the roles. Your confirmation lets the years count; it says nothing of how the service was rendered.',
  toDecide: 'The requests',
  none: 'No request waits. The engagements already decided are below.',
  one: 'Reservation or contest',
  oneOf: (act, name) => `${act}: ${name}`,
  settleOne: 'Choose who keeps the role',
  confirmColumn: 'Confirm',
  apart: 'apart',
  toSee: 'To see',
  otherwise: 'Another decision',
  ticked: (all) =>
    Array.from({ length: all + 1 }, (_, count) =>
      count === 0 ? 'No row ticked' : `${count} of ${all} ${plural(all, 'row', 'rows')} ticked`,
    ),
  choose: 'Tick to confirm',
  chooseOne: (name) => `Confirm the engagement of ${name}`,
  confirmChosen: 'Confirm the ticked requests',
  confirmChosenText:
    'The requests that nothing stands against are ticked. The others have no box: the column “To see” says why.',
  renewals: {
    title: 'To renew',
    lede: (total, year) =>
      total === 1
        ? `This engagement has no last day, and nobody confirmed it again in ${year}. Does it still go on?`
        : `These ${total} engagements have no last day, and nobody confirmed them again in ${year}. Do they still go on?`,
    column: 'Goes on',
    chooseOne: (name) => `Renew the engagement of ${name}`,
    submit: 'Renew the ticked engagements',
    end: 'Ended',
    confirmedOn: (day) => (day === undefined ? 'confirmed, without a date' : `confirmed on ${day}`),
    item: 'Engagements to renew',
    itemWords: (left) =>
      left === 0
        ? 'No engagement is to be renewed.'
        : `${left} ${plural(left, 'engagement without a last day waits', 'engagements without a last day wait')} for your answer: still running?`,
  },
  own: `This is your own engagement: the ${office} decides it.`,
  age: (days) => (days === 0 ? 'asked today' : `asked ${days} ${plural(days, 'day', 'days')} ago`),
  missions: 'Missions',
  noRole: 'no role',
  period: 'Period',
  state: 'State',
  person: 'Person',
  decide: 'Decision',
  together: (confirmed, left, gone) =>
    `${[
      confirmed === 0
        ? 'No engagement is confirmed'
        : `${confirmed} ${plural(confirmed, 'engagement is confirmed', 'engagements are confirmed')}`,
      ...(left > 0
        ? [
            `${left} ${plural(left, 'was', 'were')} left, because a single role would have two holders: the row says so`,
          ]
        : []),
      ...(gone > 0 ? [`${gone} ${plural(gone, 'is', 'are')} no longer to be confirmed here`] : []),
      ...(confirmed + left + gone === 0 ? ['no row was ticked'] : []),
    ].join('; ')}.`,
  clash: (role) =>
    `The role “${role}” has a holder already. A school has one at a time: decide on its own, you will say who holds it.`,
  clashRefused: (role, holder, period) =>
    `The role “${role}” is already held by ${holder}, ${period}. Nothing was recorded: choose below who holds it.`,
  settle: {
    title: (role) => `The role “${role}” has a holder already.`,
    holder: (name, period, common) => `Already held by ${name}, ${period}. Common days: ${common}.`,
    lede: 'A school has one at a time. If you confirm, say who holds it. Both people are told.',
    fixed: `The ${office} has decided on the holder’s engagement: it no longer changes here. You may confirm this engagement without the role.`,
    choice: (role) => `Who holds the role “${role}”?`,
    keep: (holders) => `${holders} keeps it`,
    keepText: 'This engagement is confirmed without the role. The holder’s does not change.',
    take: (newcomer) => `${newcomer} takes it`,
    takeText: (holders) =>
      `The engagement of ${holders} ends the day before, then goes on without the role. Its confirmation stays.`,
    from: 'From',
    fromHelp: (first) => `If the role passes to the other person: ${first} at the earliest.`,
  },
  rival: (role, holder, period) =>
    `The role “${role}” is also asked for by ${holder}, ${period}. You can confirm only one of the two.`,
  unauthorised: (missions) =>
    `No authorisation of the local authority is on record for ${missions} in this period. You may confirm; these days do not count as long as it is missing.`,
  decided: 'Already decided',
  noneDecided: 'No engagement was decided for that year.',
  reservationOf: (text) => `Reservation: ${text}`,
  decidedBy: (author, day) => `by ${author}, on ${day}`,
  change: 'Decide again',
  changeOf: (name) => `Decide again on the engagement of ${name}`,
  settled: `settled by the ${office}`,
  decideTitle: (name) => `The engagement of ${name}`,
  decideLede: 'Read the facts again, then choose. You can come back on your decision.',
  form: {
    decision: 'Your decision',
    confirm: 'Confirm',
    confirmText: 'The facts declared are right.',
    reserve: 'Confirm with a reservation',
    reserveText: 'The engagement counts. Your reservation stands on the statement of the IMP file.',
    contest: 'Contest',
    contestText: `The engagement does not count. The teacher reads your motive and answers; the ${office} decides.`,
    reservation: 'Your reservation',
    reservationNeeded: 'needed if you confirm with a reservation',
    reservationHelp: 'A fact, in a sentence or two. The statement of the IMP file repeats it.',
    motive: 'Your motive',
    motiveNeeded: 'needed if you contest',
    motiveHelp: `What is not right. Only the teacher, you and the ${office} read it.`,
    submit: 'Record my decision',
  },
  openContest: 'This engagement is contested. Confirming it withdraws the contest.',
  readContest: 'Read the contest',
  lift: 'Lift the contest',
  liftText: 'Lifting the contest confirms the engagement, as it is described here.',
  liftOtherwise: 'Confirm with a reservation',
});
