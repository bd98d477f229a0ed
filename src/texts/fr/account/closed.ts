import { type AboutSection, mailTo } from '../../about.ts';

/** Words of a copy that outlives the service. `day` is the day on which it was made. */
export const closedTexts = {
  /** On each page. */
  notice: (day: string) =>
    `Ce service est fermé ; un badge se vérifie toujours. Cette page est une copie du ${day}.`,
  how: 'Comment vérifier un badge',
  checkedOn: (day: string) => `vérifié le ${day}`,
  title: 'Vérifier un badge',
  description: 'Ce service est fermé : ce qui se vérifie encore de ses badges, et comment.',
  lede: (day: string) =>
    `Ce service est fermé ; un badge se vérifie toujours, avec n’importe quel vérificateur. Ces pages sont une copie du ${day}.`,
  verifyLede:
    'N’importe quel vérificateur d’Open Badges 3.0 sait dire si un badge d’ici est authentique. Voici comment, et jusqu’où.',
  sections: (day: string): readonly AboutSection[] => [
    {
      title: 'Ce qui se vérifie encore',
      list: [
        'la signature : toute modification d’un badge se voit ;',
        'les clés de l’émetteur : elles restent publiées à leur adresse ;',
        `l’état : révoqué ou non, tel qu’il était le ${day}. Rien ne peut plus être révoqué depuis ;`,
        'les dates : votre vérificateur les compare à celle du jour. Un badge peut avoir pris fin depuis la copie.',
      ],
      links: [
        { href: '/issuer', label: 'Qui délivrait ces badges, et ses clés' },
        { href: '/.well-known/did.json', label: 'Les clés, pour un programme' },
      ],
    },
    {
      title: 'Comment vérifier',
      list: [
        'Ouvrez la page du badge : elle dit ce qui a été vérifié, et quel jour.',
        'Pour vérifier vous-même, prenez là son fichier JSON, ou l’image ou le PDF qui le contient.',
        'Donnez ce fichier à un vérificateur d’Open Badges 3.0. Il lit seul les clés et l’état du badge à cette adresse.',
        'Sur votre machine, le logiciel libre Jalon le fait aussi : jalon verify FICHIER.',
      ],
      links: [{ href: 'https://verifierplus.org/', label: 'VerifierPlus, un vérificateur en ligne' }],
    },
    {
      title: 'Ce qui n’existe plus',
      text: [
        'On ne se connecte plus, rien n’est envoyé ici, aucun badge n’est délivré, changé ou retiré. Seuls sont copiés les badges que leurs titulaires avaient rendus publics.',
      ],
    },
  ],
  /** In place of what one did after signing in. */
  rights: (dpo: string): AboutSection => ({
    title: 'Vos droits',
    text: [
      'Ce service est fermé : on ne s’y connecte plus. Pour lire vos données, les faire corriger ou effacer, ou pour faire retirer la page d’un badge de cette copie, écrivez au délégué à la protection des données.',
      'Sans réponse satisfaisante, vous pouvez saisir la CNIL.',
    ],
    links: [
      mailTo(dpo),
      { href: 'https://www.cnil.fr/fr/plaintes', label: 'Adresser une plainte à la CNIL' },
    ],
  }),
  privacyLede: (day: string) =>
    `Ce que le service enregistrait avant sa fermeture. Ces pages, copiées le ${day}, n’enregistrent rien et ne posent aucun cookie.`,
};
