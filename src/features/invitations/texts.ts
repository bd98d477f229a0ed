import { textsOf } from '../../domain/features/declaration.ts';
import { count as countEn, plural as pluralEn } from '../../texts/en/grammar/page-phrases.ts';
import { toHour } from '../../texts/fr/grammar/day.ts';
import { count, plural } from '../../texts/fr/grammar/page-phrases.ts';
import type { feature, InvitationAnswer } from './feature.ts';
import { invitationMailTexts, invitationMailTextsEn } from './texts-mails.ts';

/** Invitations to meetings and virtual classes: the office's page, and the person's. */
const invitationTexts = (office: string) => ({
  answers: {
    coming: 'Je viens',
    perhaps: 'Peut-être',
    'not-coming': 'Je ne viens pas',
  } satisfies Readonly<Record<InvitationAnswer, string>>,
  said: {
    coming: 'vient',
    perhaps: 'peut-être',
    'not-coming': 'ne vient pas',
    silent: 'pas encore donnée',
  } satisfies Readonly<Record<InvitationAnswer | 'silent', string>>,
  mine: {
    heading: (many: number): string => plural(many, 'Une invitation pour vous', 'Vos invitations'),
    line: (title: string, dates: string) => `${title}, ${dates}.`,
    open: 'Répondre',
    openOf: (title: string) => `Répondre : ${title}`,
    change: 'Changer de réponse',
    changeOf: (title: string) => `Changer de réponse : ${title}`,
    answered: {
      coming: 'Vous avez répondu que vous venez.',
      perhaps: 'Vous avez répondu : peut-être.',
      'not-coming': 'Vous avez répondu que vous ne venez pas.',
    } satisfies Readonly<Record<InvitationAnswer, string>>,
    title: (event: string) => `Invitation : ${event}`,
    lede: `La ${office} vous invite. Vous pouvez changer de réponse jusqu’à ce jour-là. Votre chef d’établissement voit votre réponse.`,
    calendar: 'Ajouter à mon agenda',
    notProof:
      'Votre réponse aide à préparer. Elle ne prouve pas votre présence : celle-ci est notée sur place.',
    over: 'Cet événement est passé : il n’y a plus rien à répondre.',
    cancelled: 'Cette invitation est annulée.',
    back: 'Revenir à mon espace',
  },
  details: {
    place: 'Lieu',
    opensAt: 'Heure de début',
    closesAt: 'Heure de fin',
    times: 'Heures',
    fromTo: (from: string, to: string) => `de ${toHour(from)} à ${toHour(to)}`,
    link: 'Lien de la classe virtuelle',
    linkHelp: 'Les personnes invitées le lisent dans le message et sur leur page.',
    words: 'Un mot pour les personnes invitées',
    wordsHelp: 'Il est dans le message et sur leur page.',
  },
  school: {
    heading: `Les invitations de la ${office}`,
    lede: 'Qui est invité dans l’établissement, et sa réponse.',
    person: 'Personne',
    answer: 'Réponse',
  },
  dane: {
    link: 'Inviter et lire les réponses',
    title: (event: string) => `Invitations : ${event}`,
    notInviting: 'On n’invite qu’aux rencontres annuelles et aux classes virtuelles.',
    over: 'Cet événement est passé : on n’y invite plus.',
    answers: 'Les réponses',
    invited: (many: number) => count(many, 'personne invitée', 'personnes invitées'),
    nobody: 'Personne n’est encore invité.',
    counts: {
      coming: (many: number): string => plural(many, 'vient', 'viennent'),
      perhaps: (_many: number) => 'peut-être',
      'not-coming': (many: number): string => plural(many, 'ne vient pas', 'ne viennent pas'),
      silent: (many: number): string => plural(many, 'n’a pas répondu', 'n’ont pas répondu'),
    },
    only: (answer: string) => `Seulement : ${answer}.`,
    all: 'Toutes les réponses',
    none: 'Personne n’a donné cette réponse.',
    person: 'Personne',
    email: 'Adresse électronique',
    answer: 'Réponse',
    since: 'Invitation ou réponse du',
    invite: 'Inviter',
    whom: 'Qui inviter',
    everybody: 'Toutes les personnes dont un engagement est en cours',
    department: 'Département',
    narrow: 'Compter',
    reachable: (many: number): string =>
      plural(many, 'Une personne recevrait l’invitation.', `${many} personnes recevraient l’invitation.`),
    noMore: 'Toutes les personnes choisies sont déjà invitées : personne ne recevrait un second message.',
    withoutAddress: (many: number): string =>
      plural(
        many,
        'Une personne n’a pas d’adresse électronique : elle n’est pas invitée ici.',
        `${many} personnes n’ont pas d’adresse électronique : elles ne sont pas invitées ici.`,
      ),
    preview: 'Le message, tel qu’il partira',
    subject: (subject: string) => `Objet : ${subject}`,
    noMail:
      'Le service n’envoie pas de courriel : les invitations se lisent seulement dans l’espace de chacun.',
    send: (many: number): string => plural(many, 'Inviter cette personne', `Inviter ces ${many} personnes`),
    sendSome: (many: number, all: number) => `Inviter les ${many} premières personnes sur ${all}`,
    remind: (many: number): string =>
      plural(many, 'Rappeler à la personne sans réponse', `Rappeler aux ${many} personnes sans réponse`),
    remindText:
      'Chacun reçoit un message par jour au plus : qui a été invité ou rappelé aujourd’hui n’en reçoit pas d’autre.',
    cancel: 'Annuler les invitations',
    cancelAll: (many: number): string =>
      plural(many, 'Annuler cette invitation', `Annuler ces ${many} invitations`),
    cancelText:
      'L’événement n’a plus lieu ? Les personnes invitées en sont prévenues, sauf celles qui ne venaient pas.',
    list: 'La liste à imprimer, par établissement',
    listTitle: (event: string) => `Liste : ${event}`,
    listText:
      'Imprimez cette page : chacun signe en face de son nom. Qui a répondu « je ne viens pas » n’y est pas.',
    signature: 'Signature',
    noSchool: 'Sans établissement',
    backToInvitations: 'Revenir aux invitations',
    presence: 'Noter les présences',
    presenceTitle: (event: string) => `Présences : ${event}`,
    presenceLede:
      'Les personnes invitées qui ne sont pas encore notées présentes. Celles qui ont répondu « je viens » sont cochées pour vous aider : vérifiez chacune, une réponse ne prouve rien.',
    presenceNone: 'Toutes les personnes invitées sont déjà notées présentes, ou personne n’est invité.',
    presenceEarly: 'L’événement n’a pas commencé : les présences se notent à partir de ce jour-là.',
    present: 'Personnes présentes',
    proof: 'Preuve',
    save: 'Noter ces présences',
    back: 'Revenir à l’événement',
  },
});

/** Said on the page that follows an act. */
const invitationDoneTexts = {
  'people-invited': 'Les invitations sont envoyées.',
  'invitations-reminded': 'Le rappel est envoyé.',
  'invitations-cancelled': 'Les invitations sont annulées.',
  'invitation-answered': 'Votre réponse est enregistrée.',
  'presences-noted': 'Les présences sont notées.',
};

/** The names of its tables in an export. */
const invitationTableTexts = {
  event_invitation: 'Invitations',
};

/** Invitations to meetings and virtual classes. */
const invitationTextsEn = (office: string): ReturnType<typeof invitationTexts> => ({
  answers: { coming: 'I come', perhaps: 'Perhaps', 'not-coming': 'I do not come' },
  said: {
    coming: 'comes',
    perhaps: 'perhaps',
    'not-coming': 'does not come',
    silent: 'no answer yet',
  },
  mine: {
    heading: (many) => pluralEn(many, 'You are invited', 'Your invitations'),
    line: (title, dates) => `${title}, ${dates}.`,
    open: 'Answer',
    openOf: (title) => `Answer: ${title}`,
    change: 'Change your answer',
    changeOf: (title) => `Change your answer: ${title}`,
    answered: {
      coming: 'You answered that you come.',
      perhaps: 'You answered: perhaps.',
      'not-coming': 'You answered that you do not come.',
    },
    title: (event) => `Invitation: ${event}`,
    lede: `The ${office} invites you. You may change your answer until that day. Your principal sees your answer.`,
    calendar: 'Add to my calendar',
    notProof:
      'Your answer helps to prepare. It does not prove that you were there: that is noted on the spot.',
    over: 'This event is past: there is nothing left to answer.',
    cancelled: 'This invitation is cancelled.',
    back: 'Back to my space',
  },
  details: {
    place: 'Place',
    opensAt: 'Begins at',
    closesAt: 'Ends at',
    times: 'Hours',
    fromTo: (from, to) => `from ${from} to ${to}`,
    link: 'Link of the virtual class',
    linkHelp: 'The people invited read it in the message and on their page.',
    words: 'A word for the people invited',
    wordsHelp: 'It stands in the message and on their page.',
  },
  school: {
    heading: `The invitations of the ${office}`,
    lede: 'Who of the school is invited, and their answer.',
    person: 'Person',
    answer: 'Answer',
  },
  dane: {
    link: 'Invite and read the answers',
    title: (event) => `Invitations: ${event}`,
    notInviting: 'People are invited to yearly meetings and virtual classes only.',
    over: 'This event is past: nobody is invited any more.',
    answers: 'The answers',
    invited: (many) => countEn(many, 'person invited', 'people invited'),
    nobody: 'Nobody is invited yet.',
    counts: {
      coming: (many) => pluralEn(many, 'comes', 'come'),
      perhaps: () => 'perhaps',
      'not-coming': (many) => pluralEn(many, 'does not come', 'do not come'),
      silent: (many) => pluralEn(many, 'has not answered', 'have not answered'),
    },
    only: (answer) => `Only: ${answer}.`,
    all: 'All answers',
    none: 'Nobody gave this answer.',
    person: 'Person',
    email: 'E-mail address',
    answer: 'Answer',
    since: 'Invited or answered on',
    invite: 'Invite',
    whom: 'Whom to invite',
    everybody: 'Everybody with an engagement under way',
    department: 'Département',
    narrow: 'Count',
    reachable: (many) =>
      pluralEn(many, 'One person would get the invitation.', `${many} people would get the invitation.`),
    noMore: 'Everybody chosen is invited already: nobody would get a second message.',
    withoutAddress: (many) =>
      pluralEn(
        many,
        'One person has no e-mail address: they are not invited here.',
        `${many} people have no e-mail address: they are not invited here.`,
      ),
    preview: 'The message as it will be sent',
    subject: (subject) => `Subject: ${subject}`,
    noMail: 'The service sends no mail: invitations are read in each person’s space only.',
    send: (many) => pluralEn(many, 'Invite this person', `Invite these ${many} people`),
    sendSome: (many, all) => `Invite the first ${many} people of ${all}`,
    remind: (many) =>
      pluralEn(many, 'Remind the person without an answer', `Remind the ${many} people without an answer`),
    remindText: 'Everybody gets one message a day at most: who was invited or reminded today gets no other.',
    cancel: 'Cancel the invitations',
    cancelAll: (many) => pluralEn(many, 'Cancel this invitation', `Cancel these ${many} invitations`),
    cancelText: 'The event no longer takes place? Those invited are told, except those who were not coming.',
    list: 'The list to print, school by school',
    listTitle: (event) => `List: ${event}`,
    listText:
      'Print this page: everybody signs beside their name. Whoever answered “I do not come” is not on it.',
    signature: 'Signature',
    noSchool: 'Without a school',
    backToInvitations: 'Back to the invitations',
    presence: 'Note the attendances',
    presenceTitle: (event) => `Attendances: ${event}`,
    presenceLede:
      'People invited who are not noted as present yet. Those who answered “I come” are ticked to help you: check each one, an answer proves nothing.',
    presenceNone: 'Everybody invited is noted as present already, or nobody is invited.',
    presenceEarly: 'The event has not begun: attendances are noted from that day on.',
    present: 'People present',
    proof: 'Proof',
    save: 'Note these attendances',
    back: 'Back to the event',
  },
});

/** Said on the page that follows an act. */
const invitationDoneTextsEn: typeof invitationDoneTexts = {
  'people-invited': 'The invitations are sent.',
  'invitations-reminded': 'The reminder is sent.',
  'invitations-cancelled': 'The invitations are cancelled.',
  'invitation-answered': 'Your answer is recorded.',
  'presences-noted': 'The attendances are noted.',
};

/** The names of its tables in an export. */
const invitationTableTextsEn: typeof invitationTableTexts = {
  event_invitation: 'Invitations',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: (office) => ({
    page: invitationTexts(office),
    done: invitationDoneTexts,
    tables: invitationTableTexts,
    history: { 'invitation-answered': 'Réponse à une invitation' },
    audit: {
      'people-invited': 'Personnes invitées',
      'invitations-reminded': 'Invitations rappelées',
      'invitations-cancelled': 'Invitations annulées',
    },
    mails: { invitation: invitationMailTexts(office) },
    errors: {
      'invitation-over': () =>
        'Cette invitation n’attend plus de réponse : l’événement est passé, ou l’invitation est annulée.',
    },
  }),
  en: (office) => ({
    page: invitationTextsEn(office),
    done: invitationDoneTextsEn,
    tables: invitationTableTextsEn,
    history: { 'invitation-answered': 'Answer to an invitation' },
    audit: {
      'people-invited': 'People invited',
      'invitations-reminded': 'Invitations sent again',
      'invitations-cancelled': 'Invitations cancelled',
    },
    mails: { invitation: invitationMailTextsEn(office) },
    errors: {
      'invitation-over': () =>
        'This invitation no longer waits for an answer: the event is past, or the invitation is cancelled.',
    },
  }),
});
