import { of } from '../../texts/fr/grammar/elision.ts';
/** Badges that come from elsewhere, badges sent to other services, and what other services may do here. */
export const hostTexts = () => ({
  consent: {
    title: 'Ouvrir l’accès à vos badges ?',
    who: (name: string) => `« ${name} » demande un accès à vos badges.`,
    back: (host: string) => `Il se trouve à l’adresse ${host}, et vous y ramènera.`,
    unverified:
      'Ce service s’est présenté lui-même sous ce nom. Personne ici ne l’a vérifié : continuez seulement si vous en venez.',
    may: 'Il pourra',
    limits: 'Il ne verra ni vos engagements ni vos documents.',
    takeBack: 'Vous pourrez retirer cet accès à tout moment, dans « Mes données ».',
    allow: 'Ouvrir l’accès',
    decline: 'Refuser',
    terms: 'Ses conditions',
    policy: 'Ce qu’il fait des données',
    unknown: {
      title: 'Cette demande n’est pas valable',
      text: 'Le service qui vous envoie n’est pas inscrit ici, ou il demande un retour à une adresse qu’il n’a pas déclarée. Par prudence, cette page ne vous y renvoie pas.',
      next: 'Fermez cette page, puis recommencez depuis ce service.',
    },
    faulty: {
      title: 'Le service a mal fait sa demande',
      text: 'Aucun accès n’est ouvert. Revenez à ce service seulement si vous en venez.',
      back: (host: string) => `Revenir à ${host}`,
    },
  },
  scopes: {
    'credential.readonly': 'lire les badges que vous avez acceptés, et ceux que vous gardez ici',
    'credential.upsert':
      'ajouter des badges à ceux que vous gardez ici, ou y mettre une version plus récente',
    'profile.readonly': 'lire votre prénom et votre nom',
    'profile.update': 'écrire le profil que les autres services lisent ici ; votre fiche ne change pas',
    offline_access: 'revenir sans vous le redemander, tant que vous ne retirez pas l’accès',
  },
  services: {
    title: 'Services autorisés',
    lede: 'Les services à qui vous avez ouvert l’accès à vos badges.',
    none: 'Aucun service n’a accès à vos badges. Un service qui le souhaite vous le demande lui-même, et vous répondez ici.',
    unverified: (host: string) => `À l’adresse ${host}. Personne n’a vérifié ce nom.`,
    may: 'Ce service peut :',
    since: (day: string, used: string | undefined) =>
      used === undefined
        ? `Accès ouvert le ${day}, pas encore utilisé.`
        : `Accès ouvert le ${day}, utilisé la dernière fois le ${used}.`,
    act: 'Retirer l’accès',
    withdraw: (name: string) => `Retirer l’accès ${of(name)}`,
    back: 'Revenir à mes données',
    onData: 'Voyez quels services lisent vos badges ou en ajoutent, et retirez-leur cet accès.',
    open: 'Voir les services autorisés',
  },
  held: {
    title: 'Badges venus d’ailleurs',
    lede: 'Gardez ici les badges que d’autres vous ont délivrés. Chacun est vérifié avant d’être gardé. Personne d’autre ne les voit.',
    mine: 'Ceux que je garde',
    none: 'Vous n’en gardez aucun pour le moment. Ajoutez-en un par un fichier, un lien ou un texte.',
    unnamed: 'Badge sans nom',
    by: (issuer: string) => `Délivré par ${issuer}`,
    from: (day: string) => `Valable depuis le ${day}`,
    until: (day: string) => `jusqu’au ${day}`,
    checked: (moment: string) => `Vérifié le ${moment}`,
    brought: (day: string) => `Apporté par vous le ${day}`,
    sentBy: (service: string, day: string) => `Envoyé par « ${service} » le ${day}`,
    download: 'Télécharger',
    downloadOf: (name: string) => `Télécharger « ${name} » tel qu’il est venu`,
    check: 'Vérifier de nouveau',
    checkOf: (name: string) => `Vérifier de nouveau « ${name} »`,
    remove: 'Retirer',
    removeOf: (name: string) => `Retirer « ${name} »`,
    add: 'Ajouter un badge',
    submit: 'Vérifier et garder',
    services: 'Un autre service peut aussi en déposer ici, si vous l’y autorisez.',
    refusals: {
      'not-verified': (verdict: string) => `Ce badge n’est pas gardé. ${verdict}`,
      'not-a-badge':
        'Ce document n’est pas un badge Open Badges 3.0 qui se garde. Essayez le fichier que l’émetteur vous a donné.',
      older: 'Vous gardez déjà une version plus récente de ce badge. Elle reste.',
      full: 'Vous gardez autant de badges que ce service le permet. Retirez-en un, puis recommencez.',
      own: 'Ce badge vient de ce service : il est déjà parmi vos badges.',
    },
  },
  sending: {
    link: 'Envoyer ce badge à un autre service',
    title: (name: string) => `Envoyer « ${name} »`,
    lede: 'Gardez aussi ce badge dans un autre portefeuille qui suit la norme Open Badges 3.0.',
    address: 'Adresse de l’autre service',
    addressHelp: 'Par exemple : https://portefeuille.example. Il vous demandera votre accord.',
    submit: 'Continuer',
    back: 'Revenir au badge',
    faults: {
      'bad-address': 'Ce n’est pas une adresse https. Copiez celle que l’autre service vous donne.',
      'own-service': 'C’est l’adresse de ce service : votre badge y est déjà.',
      'no-host':
        'Aucun portefeuille Open Badges 3.0 ne répond à cette adresse. Vérifiez-la, ou demandez-la à l’autre service.',
      'not-registered': 'L’autre service n’accepte pas notre inscription. Votre badge n’a pas été envoyé.',
    },
    onward: {
      title: (host: string) => `Continuez sur ${host}`,
      text: (host: string) =>
        `Vous quittez ce service. ${host} vous demande de vous connecter et de donner votre accord, puis vous ramène ici. Rien n’est envoyé avant.`,
      go: (host: string) => `Aller sur ${host}`,
    },
    result: {
      title: 'Envoi du badge',
      created: (host: string) => `C’est fait : ${host} garde maintenant votre badge.`,
      replaced: (host: string) =>
        `C’est fait : ${host} avait déjà ce badge, et en garde maintenant cette version.`,
      unchanged: (host: string) => `${host} garde déjà une version aussi récente de ce badge.`,
      declined: (host: string) => `Vous n’avez pas donné votre accord à ${host}. Rien n’a été envoyé.`,
      'no-token': (host: string) =>
        `${host} n’a pas ouvert l’accès. Rien n’a été envoyé. Recommencez dans un moment.`,
      refused: (host: string) =>
        `${host} n’a pas pris le badge. Téléchargez-le depuis sa page et déposez-le vous-même là-bas.`,
      unreachable: (host: string) => `${host} ne répond pas. Recommencez dans un moment.`,
      over: 'Cet envoi est terminé ou a trop duré. Recommencez depuis la page du badge.',
      toBadges: 'Mes badges',
    },
  },
});

/** Said on the page that follows an act. */
export const hostDoneTexts = {
  'held-badge-added': 'Ce badge est vérifié, et gardé ici.',
  'held-badge-replaced': 'Cette version du badge prend la place de l’autre.',
  'held-badge-checked': 'Le badge est vérifié de nouveau.',
  'held-badge-removed': 'Ce badge est retiré.',
  'host-access-ended': 'L’accès est retiré : ce service ne lit plus rien.',
};

/** The names of its tables in an export. */
export const hostTableTexts = {
  host_grant: 'Services autorisés',
  host_profile: 'Profil écrit par un autre service',
  host_code: 'Accès accordés, pas encore ouverts',
  host_token: 'Accès ouverts à d’autres services',
  badge_sending: 'Badge en cours d’envoi',
  held_badge: 'Badges venus d’ailleurs',
};
