import { textsOf } from '../../domain/features/declaration.ts';
import { of } from '../../texts/fr/grammar/elision.ts';
import type { feature } from './feature.ts';

/** Badges that come from elsewhere, badges sent to other services, and what other services may do here. */
const hostTexts = () => ({
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
const hostDoneTexts = {
  'held-badge-added': 'Ce badge est vérifié, et gardé ici.',
  'held-badge-replaced': 'Cette version du badge prend la place de l’autre.',
  'held-badge-checked': 'Le badge est vérifié de nouveau.',
  'held-badge-removed': 'Ce badge est retiré.',
  'host-access-ended': 'L’accès est retiré : ce service ne lit plus rien.',
};

/** The names of its tables in an export. */
const hostTableTexts = {
  host_grant: 'Services autorisés',
  host_profile: 'Profil écrit par un autre service',
  host_code: 'Accès accordés, pas encore ouverts',
  host_token: 'Accès ouverts à d’autres services',
  badge_sending: 'Badge en cours d’envoi',
  held_badge: 'Badges venus d’ailleurs',
};

/** Badges that come from elsewhere, badges sent to other services, and what other services may do here. */
const hostTextsEn = (): ReturnType<typeof hostTexts> => ({
  consent: {
    title: 'Give access to your badges?',
    who: (name) => `“${name}” asks for access to your badges.`,
    back: (host) => `It is at ${host}, and will take you back there.`,
    unverified:
      'This service gave itself that name. Nobody here has verified it: go on only if you come from there.',
    may: 'It will be able to',
    limits: 'It will see neither your engagements nor your documents.',
    takeBack: 'You can withdraw this access at any moment, in “My data”.',
    allow: 'Give access',
    decline: 'Decline',
    terms: 'Its terms',
    policy: 'What it does with data',
    unknown: {
      title: 'This request is not valid',
      text: 'The service that sends you is not registered here, or it asks for an address that it has not declared. To be safe, this page does not send you back there.',
      next: 'Close this page, then start again from that service.',
    },
    faulty: {
      title: 'The service made its request wrongly',
      text: 'No access is granted. Go back to that service only if you came from there.',
      back: (host: string) => `Go back to ${host}`,
    },
  },
  scopes: {
    'credential.readonly': 'read the badges that you have accepted, and those that you keep here',
    'credential.upsert': 'add badges to those that you keep here, or put a newer version there',
    'profile.readonly': 'read your first and last name',
    'profile.update': 'write the profile that other services read here; your record does not change',
    offline_access: 'come back without asking again, until you withdraw the access',
  },
  services: {
    title: 'Authorised services',
    lede: 'The services to which you have given access to your badges.',
    none: 'No service has access to your badges. A service that wants it asks you itself, and you answer here.',
    unverified: (host) => `At ${host}. Nobody has verified this name.`,
    may: 'This service may:',
    since: (day, used) =>
      used === undefined
        ? `Access given on ${day}, not used yet.`
        : `Access given on ${day}, last used on ${used}.`,
    act: 'Withdraw the access',
    withdraw: (name) => `Withdraw the access of ${name}`,
    back: 'Back to my data',
    onData: 'See which services read your badges or add some, and withdraw that access.',
    open: 'See the authorised services',
  },
  held: {
    title: 'Badges from elsewhere',
    lede: 'Keep here the badges that others have issued to you. Each is verified before it is kept. Nobody else sees them.',
    mine: 'Those that I keep',
    none: 'You keep none so far. Add one by a file, a link or a text.',
    unnamed: 'Badge without a name',
    by: (issuer) => `Issued by ${issuer}`,
    from: (day) => `Valid from ${day}`,
    until: (day) => `until ${day}`,
    checked: (moment) => `Verified on ${moment}`,
    brought: (day) => `Brought by you on ${day}`,
    sentBy: (service, day) => `Sent by “${service}” on ${day}`,
    download: 'Download',
    downloadOf: (name) => `Download “${name}” as it came`,
    check: 'Verify again',
    checkOf: (name) => `Verify “${name}” again`,
    remove: 'Remove',
    removeOf: (name) => `Remove “${name}”`,
    add: 'Add a badge',
    submit: 'Verify and keep',
    services: 'Another service may put some here too, if you allow it.',
    refusals: {
      'not-verified': (verdict) => `This badge is not kept. ${verdict}`,
      'not-a-badge':
        'This document is no Open Badges 3.0 badge that can be kept. Try the file that its issuer gave you.',
      older: 'You already keep a newer version of this badge. It stays.',
      full: 'You keep as many badges as this service allows. Remove one, then try again.',
      own: 'This badge comes from this service: it is among your badges already.',
    },
  },
  sending: {
    link: 'Send this badge to another service',
    title: (name) => `Send “${name}”`,
    lede: 'Keep this badge in another wallet as well, one that follows the Open Badges 3.0 standard.',
    address: 'Address of the other service',
    addressHelp: 'For example: https://wallet.example. It will ask for your consent.',
    submit: 'Continue',
    back: 'Back to the badge',
    faults: {
      'bad-address': 'This is no https address. Copy the one that the other service gives you.',
      'own-service': 'This is the address of this service: your badge is here already.',
      'no-host':
        'No Open Badges 3.0 wallet answers at this address. Check it, or ask the other service for it.',
      'not-registered': 'The other service does not accept our registration. Your badge was not sent.',
    },
    onward: {
      title: (host) => `Continue at ${host}`,
      text: (host) =>
        `You are leaving this service. ${host} asks you to sign in and to agree, then takes you back here. Nothing is sent before that.`,
      go: (host) => `Go to ${host}`,
    },
    result: {
      title: 'Sending the badge',
      created: (host) => `Done: ${host} now keeps your badge.`,
      replaced: (host) => `Done: ${host} had this badge already, and now keeps this version of it.`,
      unchanged: (host) => `${host} already keeps a version of this badge that is as recent.`,
      declined: (host) => `You have not agreed at ${host}. Nothing was sent.`,
      'no-token': (host) => `${host} did not give access. Nothing was sent. Try again in a moment.`,
      refused: (host) =>
        `${host} did not take the badge. Download it from its page and put it there yourself.`,
      unreachable: (host) => `${host} does not answer. Try again in a moment.`,
      over: 'This sending is over or took too long. Start again from the page of the badge.',
      toBadges: 'My badges',
    },
  },
});

/** Said on the page that follows an act. */
const hostDoneTextsEn: typeof hostDoneTexts = {
  'held-badge-added': 'This badge is verified, and kept here.',
  'held-badge-replaced': 'This version of the badge takes the place of the other.',
  'held-badge-checked': 'The badge has been verified again.',
  'held-badge-removed': 'This badge is removed.',
  'host-access-ended': 'The access is withdrawn: that service reads nothing any more.',
};

/** The names of its tables in an export. */
const hostTableTextsEn: typeof hostTableTexts = {
  host_grant: 'Authorised services',
  host_profile: 'Profile written by another service',
  host_code: 'Accesses granted, not opened yet',
  host_token: 'Accesses open to other services',
  badge_sending: 'Badge being sent',
  held_badge: 'Badges from elsewhere',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: () => ({
    page: hostTexts(),
    done: hostDoneTexts,
    tables: hostTableTexts,
    history: {
      'host-access-granted': 'Accès aux badges ouvert à un autre service',
      'host-access-ended': 'Accès d’un autre service retiré',
      'held-badge-added': 'Badge venu d’ailleurs gardé',
      'held-badge-replaced': 'Badge venu d’ailleurs remplacé par une autre version',
      'held-badge-removed': 'Badge venu d’ailleurs retiré',
      'host-profile-written': 'Profil écrit par un autre service',
      'badge-sent': 'Badge envoyé à un autre service',
    },
    menu: { my: { elsewhere: 'Venus d’ailleurs' } },
  }),
  en: () => ({
    page: hostTextsEn(),
    done: hostDoneTextsEn,
    tables: hostTableTextsEn,
    history: {
      'host-access-granted': 'Access to badges given to another service',
      'host-access-ended': 'Access of another service withdrawn',
      'held-badge-added': 'Badge from elsewhere kept',
      'held-badge-replaced': 'Badge from elsewhere replaced by another version',
      'held-badge-removed': 'Badge from elsewhere removed',
      'host-profile-written': 'Profile written by another service',
      'badge-sent': 'Badge sent to another service',
    },
    menu: { my: { elsewhere: 'From elsewhere' } },
  }),
});
