import { toHour } from '../../texts/fr/grammar/day.ts';
import { count, plural } from '../../texts/fr/grammar/page-phrases.ts';
import type { InvitationAnswer } from './feature.ts';

/** Invitations to meetings and virtual classes: the office's page, and the person's. */
export const invitationTexts = (office: string) => ({
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
export const invitationDoneTexts = {
  'people-invited': 'Les invitations sont envoyées.',
  'invitations-reminded': 'Le rappel est envoyé.',
  'invitations-cancelled': 'Les invitations sont annulées.',
  'invitation-answered': 'Votre réponse est enregistrée.',
  'presences-noted': 'Les présences sont notées.',
};

/** The names of its tables in an export. */
export const invitationTableTexts = {
  event_invitation: 'Invitations',
};
