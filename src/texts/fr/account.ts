/** Signing in and out, sessions, and what was just done. */
export const accountTexts = {
  spaces: { my: 'Mon espace', school: 'Mon établissement', dane: 'DANE' },
  spacesNavigation: 'Mes espaces',
  enter: 'Mon espace',
  signedInAs: (name: string) => `Connecté·e : ${name}`,
  signOut: 'Se déconnecter',
  messagesLink: 'Mes messages',
  sessionsLink: 'Mes connexions',
  /** After an act: what was done, said once at the head of the next page. */
  done: {
    'session-ended': 'Cette connexion est fermée.',
    'headship-declared': 'C’est noté : vous dirigez cet établissement.',
    'engagement-decided': 'Votre décision est enregistrée.',
    'engagements-confirmed': 'Les demandes cochées sont confirmées.',
    'contest-opened': 'L’engagement est contesté. L’enseignant peut y répondre, puis la DANE décide.',
    'contest-answered': 'Votre réponse est enregistrée.',
    'contest-settled': 'La contestation est tranchée.',
    'review-recorded': 'Le point d’étape est enregistré.',
    'paper-made': 'Le document est prêt.',
    saved: 'C’est enregistré.',
    'criteria-adopted': 'La nouvelle version est adoptée.',
    revoked: 'Le badge est révoqué. Sa page et la liste de statut le disent.',
    imported: 'L’import est fait.',
    present: 'C’est noté : vous êtes là.',
    'sheet-opened': 'La feuille est prête.',
    'sheet-closed': 'La feuille est fermée.',
    deleted: 'C’est supprimé.',
    'engagement-declared':
      'Votre engagement est enregistré. La confirmation est demandée au chef d’établissement.',
    'engagement-declared-to-dane':
      'Votre engagement est enregistré. Vous dirigez cet établissement : la DANE en décidera.',
    'engagement-withdrawn': 'Cet engagement est retiré.',
    'badge-accepted': 'Ce badge est accepté. Il se voit à son adresse, avec ce que vous avez choisi.',
    'badge-declined': 'Ce badge est refusé. Personne ne le verra.',
    'badge-hidden': 'Ce badge est caché.',
    'badge-shown': 'Ce badge est de nouveau visible à son adresse.',
    'data-request-made': 'Votre demande est transmise à la DANE. Sa réponse s’affichera ici.',
    'confirmed-on-documents': 'Les engagements choisis sont confirmés sur pièces.',
  },
  signIn: {
    title: 'Se connecter',
    description: 'Connexion des agents : référents, chefs d’établissement, DANE.',
    lede: 'Connectez-vous avec votre compte professionnel. Voir et vérifier un badge ne demande aucun compte.',
    failed: 'La connexion n’a pas abouti : elle a été interrompue, ou elle a trop duré. Recommencez.',
    none: 'Aucun fournisseur d’identité n’est réglé sur ce service. Personne ne peut se connecter pour le moment ; les badges se vérifient toujours.',
    privacy:
      'Le service reçoit votre nom, votre adresse professionnelle et, selon le fournisseur, les établissements où vous exercez. Il ne lit jamais votre NUMEN.',
    providers: {
      proconnect: {
        name: 'ProConnect',
        text: 'Le compte des agents publics, avec votre adresse professionnelle.',
      },
      fim: { name: 'Guichet de l’académie', text: 'Votre identifiant et votre mot de passe académiques.' },
      local: {
        name: 'Comptes de démonstration',
        text: 'Choisissez la personne dont vous voulez prendre la place. Toutes sont inventées.',
      },
    },
  },
  doubt: {
    title: 'Nous ne savons pas encore qui vous êtes',
    text: 'Votre demande est transmise à la DANE, qui fera le lien avec votre dossier. Reconnectez-vous dans quelques jours.',
    reasons: {
      'no-address': 'Votre fournisseur d’identité n’a transmis aucune adresse électronique.',
      'address-not-verified': 'Votre adresse n’est pas vérifiée par votre fournisseur d’identité.',
      'unknown-address': 'Votre adresse ne correspond à aucune personne enregistrée.',
      'already-linked': 'Cette adresse est déjà liée à un autre compte.',
    },
  },
  leaving: {
    title: 'Vous êtes déconnecté·e de ce service',
    text: (provider: string) =>
      `Il reste votre connexion à « ${provider} » : elle se ferme à la page suivante, qui s’ouvre seule.`,
    goOn: (provider: string) => `Fermer aussi ma connexion à « ${provider} »`,
  },
  sessions: {
    title: 'Mes connexions',
    lede: 'Une connexion se ferme seule au bout de deux heures sans activité, et au plus tard au bout de douze heures.',
    since: 'Ouverte le',
    seen: 'Dernière activité',
    by: 'Par',
    end: 'Fermer',
    current: 'Celle-ci',
    endOne: (moment: string) => `Fermer celle du ${moment}`,
    everywhere: 'Me déconnecter partout',
  },
  messages: {
    title: 'Mes messages',
    lede: 'Le service écrit rarement. Choisissez ce que vous voulez recevoir ; tout reste visible sur vos pages.',
    wanted: 'Je veux recevoir',
    kinds: {
      'confirmation-request': 'Une demande de confirmation (chefs d’établissement)',
      'confirmation-reminder': 'Le rappel d’une demande, à 15 et 30 jours',
      award: 'Un badge qui m’est attribué',
      decision: 'Une décision sur mon engagement',
      contest: 'Un échange qui attend ma réponse',
    },
  },
  headship: {
    title: 'Mes établissements',
    lede: 'Les établissements que vous dirigez.',
    declare: 'Dirigez-vous l’un de ces établissements ?',
    declareText:
      'Votre compte dit que vous êtes chef d’établissement ou adjoint. Seul le chef confirme les engagements : dites-le ici. Votre déclaration est enregistrée avec sa date.',
    declareOne: (name: string, commune: string) => `Je dirige : ${name}, ${commune}`,
    none: 'Vous ne dirigez aucun établissement connu du service. Si c’est une erreur, écrivez à la DANE.',
  },
};
