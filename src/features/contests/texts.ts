import { textsOf } from '../../domain/features/declaration.ts';
import { of } from '../../texts/fr/grammar/elision.ts';
import type { ContestOutcome, ContestState, feature } from './feature.ts';
import { contestMailTexts, contestMailTextsEn } from './texts-mails.ts';

const outcomes = (office: string): Readonly<Record<ContestOutcome, string>> => ({
  maintained: 'contestation maintenue : l’engagement ne compte pas',
  lifted: `contestation levée : la ${office} confirme l’engagement`,
  partial: `contestation levée en partie : la ${office} confirme une part de l’engagement`,
});

const states = (office: string): Readonly<Record<ContestState, string>> => ({
  'awaits-answer': 'attend une réponse',
  'awaits-decision': `attend la décision de la ${office}`,
  decided: 'décidée',
  withdrawn: 'retirée',
});

/** What a page says of the parties: to the teacher, or of the teacher to the others. */
interface ReaderTexts {
  readonly states: Readonly<Record<ContestState, string>>;
  readonly parties: string;
  readonly title: (name: string) => string;
  readonly readOf: (name: string, day: string) => string;
  readonly motive: (day: string) => string;
  readonly answer: (day: string) => string;
  readonly noAnswer: string;
  readonly withdrawn: (day: string) => string;
}
const toTeacher = (office: string): ReaderTexts => ({
  states: { ...states(office), 'awaits-answer': 'attend votre réponse' },
  parties: `Vous, le chef de l’établissement et la ${office} êtes seuls à lire cette page.`,
  title: () => 'Un de vos engagements est contesté',
  readOf: (_name, day) => `Lire la contestation de votre engagement, du ${day}`,
  motive: (day) => `Votre chef d’établissement conteste, le ${day}`,
  answer: (day) => `Vous avez répondu, le ${day}`,
  noAnswer: 'Vous n’avez pas encore répondu.',
  withdrawn: (day) => `Votre chef d’établissement a retiré sa contestation le ${day}.`,
});

const toOthers = (office: string): ReaderTexts => ({
  states: { ...states(office), 'awaits-answer': 'attend la réponse de l’enseignant' },
  parties: `Seuls l’enseignant, le chef de l’établissement et la ${office} lisent cette page.`,
  title: (name) => `Contestation de l’engagement ${of(name)}`,
  readOf: (name, day) => `Lire la contestation de l’engagement ${of(name)}, du ${day}`,
  motive: (day) => `Motif du chef d’établissement, le ${day}`,
  answer: (day) => `Réponse de l’enseignant, le ${day}`,
  noAnswer: 'L’enseignant n’a pas encore répondu.',
  withdrawn: (day) => `Le chef d’établissement a retiré sa contestation le ${day}.`,
});

/** Contests, as each of the three parties sees them. */
const contestTexts = (office: string) => ({
  outcomes: outcomes(office),
  to: { teacher: toTeacher(office), others: toOthers(office) },
  listTitle: {
    my: 'Mes contestations',
    school: 'Les contestations',
    dane: 'Les contestations d’engagements',
  },
  listLede: {
    my: 'Les engagements que votre chef d’établissement conteste, ou a contestés.',
    school: `Ce que vous avez contesté, et ce que la ${office} en a décidé.`,
    dane: 'Le chef d’établissement conteste, l’enseignant répond, vous tranchez. Tout est gardé.',
  },
  none: {
    my: 'Aucun de vos engagements n’est contesté.',
    school: 'Aucun engagement de l’établissement n’est contesté.',
    dane: 'Aucune contestation n’attend.',
  },
  noneOver: 'Aucune contestation n’est terminée.',
  open: 'En cours',
  over: 'Terminées',
  showOver: 'Voir les contestations terminées',
  showOpen: 'Voir les contestations en cours',
  person: 'Personne',
  establishment: 'Établissement',
  period: 'Engagement',
  since: 'Contesté depuis le',
  state: 'État',
  read: 'Lire',
  engagement: 'L’engagement',
  parts: 'L’engagement, après la décision',
  story: 'Les échanges',
  motiveFromFile: (day: string) => `Contestation reprise d’un fichier de la ${office} le ${day}`,
  motiveUnknown: 'Motif non communiqué.',
  decision: (day: string) => `Décision de la ${office}, le ${day}`,
  withdrawnAny: (day: string) => `La contestation a été retirée le ${day}.`,
  askTitle: 'Demander le motif',
  askLede: `Le fichier qui conteste cet engagement ne donne pas de motif. Demandez-le au chef d’établissement et à la ${office}. Vous pourrez répondre ensuite.`,
  ask: 'Demander le motif',
  asked: 'Je demande le motif de cette contestation.',
  answerTitle: 'Votre réponse',
  answerLede: `Dites les faits, de votre point de vue. Vous pouvez modifier votre réponse tant que la ${office} n’a pas décidé.`,
  answerForm: { answer: 'Votre réponse', submit: 'Envoyer ma réponse' },
  decideTitle: 'Votre décision',
  decideLede: 'Elle est définitive, et lue par l’enseignant et par le chef d’établissement.',
  decideWithoutAnswer: 'L’enseignant n’a pas répondu. Vous pouvez attendre, ou décider sur pièces.',
  form: {
    outcome: 'Décision',
    maintained: 'Maintenir la contestation',
    maintainedText: 'L’engagement reste contesté et ne compte pas.',
    lifted: 'Lever la contestation',
    liftedText: `La ${office} confirme tout l’engagement, sur pièces.`,
    partial: 'La lever en partie',
    partialText: `La ${office} confirme la part décrite ci-dessous ; le reste demeure contesté, dans un engagement à part.`,
    part: 'La part confirmée',
    partHelp: 'Ces champs ne servent que si vous levez la contestation en partie.',
    from: 'Premier jour',
    to: 'Dernier jour',
    toHelp: 'Laissez vide si l’engagement court toujours.',
    missions: 'Missions confirmées',
    roles: 'Rôles confirmés',
    reason: 'Motif de la décision',
    submit: 'Rendre la décision',
  },
  badges: 'Badges déjà délivrés à cette personne',
  badgesText: `Si la contestation est maintenue et qu’un badge repose sur cet engagement, la ${office} le révoque. Rien n’est automatique : ouvrez le badge et jugez.`,
  badge: (code: string, day: string) => `${code}, attribué le ${day}`,
});

/** Said on the page that follows an act. */
const contestDoneTexts = (office: string) => ({
  'contest-opened': `L’engagement est contesté. L’enseignant peut y répondre, puis la ${office} décide.`,
  'contest-answered': 'Votre réponse est enregistrée.',
  'contest-settled': 'La contestation est tranchée.',
});

/** The names of its tables in an export. */
const contestTableTexts = {
  contest: 'Contestations',
};

/** Contests, as each of the three parties sees them. */
const contestTextsEn = (office: string): ReturnType<typeof contestTexts> => ({
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
  period: 'Engagement',
  since: 'Contested since',
  state: 'State',
  read: 'Read',
  engagement: 'The engagement',
  parts: 'The engagement, after the decision',
  story: 'The exchanges',
  motiveFromFile: (day) => `Contest taken from a file of the ${office}, ${day}`,
  motiveUnknown: 'Motive not communicated.',
  decision: (day) => `The ${office}’s decision, ${day}`,
  withdrawnAny: (day) => `The contest was withdrawn on ${day}.`,
  askTitle: 'Ask for the reason',
  askLede: `The file that contests this engagement gives no reason. Ask the principal and the ${office} for it. You can answer afterwards.`,
  ask: 'Ask for the reason',
  asked: 'I ask for the reason of this contest.',
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
const contestDoneTextsEn = (office: string): ReturnType<typeof contestDoneTexts> => ({
  'contest-opened': `The engagement is contested. The teacher can answer, then the ${office} decides.`,
  'contest-answered': 'Your answer is recorded.',
  'contest-settled': 'The contest is decided.',
});

/** The names of its tables in an export. */
const contestTableTextsEn: typeof contestTableTexts = {
  contest: 'Contests',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: (office) => ({
    page: contestTexts(office),
    done: contestDoneTexts(office),
    tables: contestTableTexts,
    history: {
      'contest-answered': 'Réponse à la contestation',
      'contest-lifted': 'Contestation levée',
      'contest-maintained': 'Contestation maintenue',
      'contest-partial': 'Contestation levée en partie',
    },
    mails: { contest: contestMailTexts(office) },
    errors: {
      'not-a-part': () =>
        'La partie confirmée doit tenir dans l’engagement contesté et en laisser une autre. Corrigez les dates ou les missions.',
    },
    menu: { dane: { contests: 'Contestations' }, school: { contests: 'Contestations' } },
  }),
  en: (office) => ({
    page: contestTextsEn(office),
    done: contestDoneTextsEn(office),
    tables: contestTableTextsEn,
    history: {
      'contest-answered': 'Contest answered',
      'contest-lifted': 'Contest lifted',
      'contest-maintained': 'Contest maintained',
      'contest-partial': 'Contest lifted in part',
    },
    mails: { contest: contestMailTextsEn(office) },
    errors: {
      'not-a-part': () =>
        'The confirmed part must lie within the contested engagement and leave another one. Correct the dates or the missions.',
    },
    menu: { dane: { contests: 'Contests' }, school: { contests: 'Contests' } },
  }),
});
