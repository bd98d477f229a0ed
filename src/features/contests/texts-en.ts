import type {
  contestDoneTexts as doneTexts,
  contestTexts as fr,
  contestTableTexts as tableTexts,
} from './texts-fr.ts';

/** Contests, as each of the three parties sees them. */
export const contestTexts = (office: string): ReturnType<typeof fr> => ({
  outcomes: {
    maintained: 'contest maintained: the engagement does not count',
    lifted: `contest lifted: the ${office} confirms the engagement`,
    partial: `contest lifted in part: the ${office} confirms a part of the engagement`,
  },
  to: {
    teacher: {
      states: {
        'awaits-answer': 'waits for your answer',
        'awaits-decision': `waits for the ${office}’s decision`,
        decided: 'decided',
        withdrawn: 'withdrawn',
      },
      parties: `Only you, the principal of the school and the ${office} read this page.`,
      title: () => 'One of your engagements is contested',
      readOf: (_name, day) => `Read the contest of your engagement, of ${day}`,
      motive: (day) => `Your principal contests, ${day}`,
      answer: (day) => `You answered, ${day}`,
      noAnswer: 'You have not answered yet.',
      withdrawn: (day) => `Your principal withdrew the contest on ${day}.`,
    },
    others: {
      states: {
        'awaits-answer': 'waits for the teacher’s answer',
        'awaits-decision': `waits for the ${office}’s decision`,
        decided: 'decided',
        withdrawn: 'withdrawn',
      },
      parties: `Only the teacher, the principal of the school and the ${office} read this page.`,
      title: (name) => `Contest of the engagement of ${name}`,
      readOf: (name, day) => `Read the contest of ${name}’s engagement, of ${day}`,
      motive: (day) => `The principal’s motive, ${day}`,
      answer: (day) => `The teacher’s answer, ${day}`,
      noAnswer: 'The teacher has not answered yet.',
      withdrawn: (day) => `The principal withdrew the contest on ${day}.`,
    },
  },
  listTitle: { my: 'My contests', school: 'The contests', dane: 'Contests of engagements' },
  listLede: {
    my: 'The engagements that your principal contests, or contested.',
    school: `What you contested, and what the ${office} decided.`,
    dane: 'The principal contests, the teacher answers, you decide. All of it is kept.',
  },
  none: {
    my: 'None of your engagements is contested.',
    school: 'No engagement of the school is contested.',
    dane: 'No contest waits.',
  },
  noneOver: 'No contest is over.',
  open: 'Under way',
  over: 'Over',
  showOver: 'See the contests that are over',
  showOpen: 'See the contests under way',
  person: 'Person',
  establishment: 'School',
  since: 'Since',
  state: 'State',
  read: 'Read',
  engagement: 'The engagement',
  parts: 'The engagement, after the decision',
  story: 'The exchanges',
  motiveFromFile: (day) => `Contest taken from a file of the ${office}, ${day}`,
  motiveUnknown: 'Motive not communicated.',
  decision: (day) => `The ${office}’s decision, ${day}`,
  withdrawnAny: (day) => `The contest was withdrawn on ${day}.`,
  answerTitle: 'Your answer',
  answerLede: `Say the facts as you see them. You can change your answer until the ${office} has decided.`,
  answerForm: { answer: 'Your answer', submit: 'Send my answer' },
  decideTitle: 'Your decision',
  decideLede: 'It is final, and read by the teacher and by the principal.',
  decideWithoutAnswer: 'The teacher has not answered. You can wait, or decide on documents.',
  form: {
    outcome: 'Decision',
    maintained: 'Maintain the contest',
    maintainedText: 'The engagement stays contested and does not count.',
    lifted: 'Lift the contest',
    liftedText: `The ${office} confirms the whole engagement, on documents.`,
    partial: 'Lift it in part',
    partialText: `The ${office} confirms the part described below; the rest stays contested, as an engagement of its own.`,
    part: 'The part confirmed',
    partHelp: 'These fields serve only where you lift the contest in part.',
    from: 'First day',
    to: 'Last day',
    toHelp: 'Leave empty if the engagement still runs.',
    missions: 'Missions confirmed',
    roles: 'Roles confirmed',
    reason: 'Reason of the decision',
    submit: 'Decide',
  },
  badges: 'Badges already issued to this person',
  badgesText: `If the contest is maintained and a badge rests on this engagement, the ${office} revokes it. Nothing is automatic: open the badge and judge.`,
  badge: (code, day) => `${code}, granted on ${day}`,
});

/** Said on the page that follows an act. */
export const contestDoneTexts = (office: string): ReturnType<typeof doneTexts> => ({
  'contest-opened': `The engagement is contested. The teacher can answer, then the ${office} decides.`,
  'contest-answered': 'Your answer is recorded.',
  'contest-settled': 'The contest is decided.',
});

/** The names of its tables in an export. */
export const contestTableTexts: typeof tableTexts = {
  contest: 'Contests',
};
