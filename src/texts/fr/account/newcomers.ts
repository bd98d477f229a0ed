import { plural } from '../grammar/page-phrases.ts';

/** People whom the register does not know yet: the page on which they say who they are, the school's, the DANE's. */
export const newcomersTexts = (office: string) => ({
  mine: {
    title: 'Dites qui vous êtes',
    lede: (address: string) =>
      `L’adresse ${address} n’est pas encore enregistrée. Dites où, depuis quand et pour quelles missions : votre chef d’établissement et la ${office} voient la même demande.`,
    invited: (by: string, school: string) =>
      `${by} vous propose des missions, ${school}. Le formulaire est rempli avec : envoyez-le tel quel, et c’est fait. Si vous le changez, votre chef d’établissement le confirme ensuite.`,
    words: 'Son mot',
    waits: (day: string) => `Votre demande du ${day} attend. Rien d’autre n’est à faire.`,
    waitsText: `Votre chef d’établissement ou la ${office} y répond ; reconnectez-vous dans quelques jours. Sans réponse, elle est supprimée au bout de 90 jours. Vous pouvez la corriger ci-dessous.`,
    form: {
      givenName: 'Prénom',
      familyName: 'Nom',
      school: 'Établissement',
      from: 'Depuis le',
      fromHelp: 'Le premier jour de vos missions.',
      to: 'Jusqu’au',
      toHelp: 'Laissez vide si aucune fin n’est prévue.',
      missions: 'Missions',
      missionsHelp: 'Celles que vous exercez, ou allez exercer.',
      roles: 'Rôles',
    },
    send: 'Envoyer',
    correct: 'Corriger ma demande',
  },
  school: {
    title: 'Nouvelles personnes',
    lede: `Les personnes que le service ne connaît pas encore : celles que vous avez invitées, et celles qui se sont présentées. La ${office} voit les mêmes demandes.`,
    requests: 'Se sont présentées',
    noRequest: 'Personne n’attend.',
    invitations: 'Invitées, pas encore venues',
    noInvitation: 'Aucune invitation n’attend.',
    who: 'Personne',
    what: 'Missions',
    state: 'État',
    act: 'Actions',
    asked: (day: string) => `Demandé le ${day}.`,
    welcome: 'Oui, je confirme',
    welcomeOf: (name: string) => `Oui, je confirme : ${name}`,
    welcomeText: `Vous confirmez que la personne exerce ces missions : elle est enregistrée, et son engagement aussi. Si vous ne la connaissez pas, ne faites rien : la ${office} décide.`,
    invitedBy: (by: string, day: string) => `Invitée par ${by} le ${day}.`,
    until: (day: string) => `Jusqu’au ${day}.`,
    mail: 'Lui écrire',
    mailOf: (address: string) => `Lui écrire : ${address}`,
    mailSubject: 'Une mission vous est proposée',
    mailBody: (address: string) =>
      `Bonjour,\n\nJe vous propose des missions de référent numérique. Connectez-vous avec votre adresse professionnelle : tout est déjà rempli, il reste à envoyer.\n\n${address}\n`,
    withdraw: 'Retirer',
    withdrawOf: (address: string) => `Retirer l’invitation de ${address}`,
    invitationsText:
      'Le service n’écrit pas à une adresse inconnue : écrivez vous-même, le message est prêt. L’invitation s’ouvre à la première connexion de cette adresse, et s’éteint au bout de 90 jours.',
    link: 'Voir les personnes invitées, et celles qui se sont présentées',
  },
  identity: {
    proved: 'Nom transmis par le compte',
    none: 'aucun nom complet',
    declared: 'Nom saisi par la personne',
    differs: (proved: string, declared: string) =>
      `Le compte transmet le nom « ${proved} », et la personne a saisi « ${declared} ». Seul le premier est prouvé.`,
    recordedAs:
      'Si vous l’enregistrez, ce sera sous le nom transmis. Le nom saisi devient une demande de correction.',
    unproved: (declared: string) =>
      `Le compte ne transmet pas de nom complet. Rien ne prouve « ${declared} », que la personne a saisi.`,
    confirmRecording: (declared: string) => `J’ai vérifié auprès de la personne : elle est bien ${declared}.`,
    linkDiffers: (account: string, record: string) =>
      `Le nom du compte est « ${account} », et celui du dossier « ${record} ».`,
    linkUnproved: (record: string) =>
      `Le compte ne transmet pas de nom complet. Rien ne prouve qu’il est celui de « ${record} ».`,
    confirmLink: (record: string) =>
      `J’ai vérifié auprès de ${record} : ce compte est bien le sien, et pourra ouvrir son dossier.`,
    mine: (proved: string) =>
      `Votre compte transmet le nom « ${proved} » : votre dossier portera ce nom. Si vous en écrivez un autre, ce sera une demande de correction.`,
  },
  count: (many: number): string =>
    plural(many, 'Une personne nouvelle dit exercer ici.', `${many} personnes nouvelles disent exercer ici.`),
  dane: {
    asked: 'Sa demande',
    invited: 'Invitée par',
    create: 'Créer cette personne',
    createText:
      'Créée ou rattachée, la personne garde ce qu’elle demande : son engagement attend ensuite la confirmation du chef d’établissement.',
  },
});

/** Said on the page that follows an act. */
export const newcomersDoneTexts = {
  'mission-invited': 'Votre invitation est enregistrée. Prévenez la personne : le message est prêt.',
  'mission-invitation-withdrawn': 'L’invitation est retirée.',
  'newcomer-welcomed': 'La personne est enregistrée, avec son engagement.',
};

/** The names of its tables in an export. */
export const newcomersTableTexts = {
  mission_invitation: 'Invitations à des missions',
};
