import { toDay } from './grammar/day.ts';
/** An issuer, as the lists of this service know it. */
export interface StatedTrust {
  readonly trust: 'ours' | 'listed' | 'unknown';
  /** The name by which the list knows it. */
  readonly name?: string | undefined;
  readonly list?: string | undefined;
  /** The host that serves the list. */
  readonly listHost?: string | undefined;
  /** Instant at which the list was read. */
  readonly readAt?: string | undefined;
  /** Present where a stranger states or imitates the name or address of an issuer that is known. */
  readonly borrowedName?: string | undefined;
  /** Whether the name has letters of several alphabets in one word. */
  readonly mixedName?: boolean | undefined;
}

/** What this service knows besides the report: its lists of issuers, and the address that the reader typed.
 *  Neither is asked for in a browser, where `trust.browser.ts` stands in its place. */
export const trustTexts = {
  /** Whether the badge was issued to an address that the reader typed. */
  recipient: {
    confirmed: 'Ce badge a bien été délivré à l’adresse indiquée.',
    'other-address': 'L’adresse indiquée n’est pas celle à laquelle ce badge a été délivré.',
    'no-address':
      'Ce badge ne dit pas à quelle adresse il a été délivré : l’adresse indiquée n’a pas été comparée.',
    'not-checked': 'L’adresse n’a pas été comparée : la signature n’est pas vérifiée.',
  },
  /** The first sentence about a document that names an address of this service, but was altered. */
  doNotRely: 'Ne vous fiez pas à ce document.',
  /** Before it, if the badge is good and only the address is not. */
  goodBadge: 'Le badge est authentique et valable.',
  /** A document that names an address of this service, which did not sign it. */
  named: {
    published: 'Ce document indique une adresse de ce service.',
    nothing: 'Ce document indique une adresse de ce service. Aucun badge n’est publié à cette adresse.',
    see: 'Voir ce qui est publié à cette adresse',
  },
  /** What this service knows of the issuer, next to its own word. */
  trust: ({ trust, name, list, listHost, readAt, borrowedName, mixedName }: StatedTrust): string => {
    if (trust === 'ours') return 'L’émetteur est ce service.';
    const day = readAt === undefined ? '' : ` le ${toDay(readAt)}`;
    const where = listHost ? `, de ${listHost}` : '';
    if (trust === 'listed') return `L’émetteur, ${name}, figure sur la liste « ${list} »${where}, lue${day}.`;
    if (borrowedName)
      return `Méfiance : l’émetteur se présente par un nom, une adresse ou des critères qui sont ceux de « ${borrowedName} », que ce service connaît, ou leur ressemblent, mais ce n’est pas lui.`;
    if (mixedName)
      return 'Méfiance : le nom de l’émetteur, inconnu de ce service, mêle les lettres de plusieurs alphabets ; il peut en imiter un autre.';
    return 'L’émetteur est inconnu de ce service : il ne figure sur aucune de ses listes.';
  },
};
