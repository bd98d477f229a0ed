import { quotable, shownText } from '#open-badges/parsing';
import { type InnerReport, isDoubtful } from '#open-badges/verification';
import type { verificationTexts } from '../../texts/fr/verification/report.ts';
import { quotedStep } from './shown-steps.ts';

type Texts = typeof verificationTexts;

/** An inner credential in words: its name and issuer, the reason of its verdict, and a warning if it may
 *  belong to another person or if its issuer pretends to be a known one. */
export function innerTexts(
  one: InnerReport,
  texts: Texts,
): { readonly label: string; readonly reasons: readonly string[] } {
  const { trust } = one;
  const reasons = [
    texts.innerReason({ ...one, steps: one.steps.map(quotedStep) }),
    one.isOfAnother && texts.innerOfAnother,
    trust !== undefined && isDoubtful(trust) && texts.trust(trust),
  ];
  return {
    label: [labelOf(one, texts), by(one, texts)].filter((part) => part !== undefined).join(', '),
    reasons: reasons.filter((text) => typeof text === 'string').map(shownText),
  };
}

/** The label of an inner credential. A badge of an unknown issuer is named in quotation marks, because its
 *  name could claim an issuer. */
function labelOf({ kind, name, id, trust }: InnerReport, texts: Texts): string {
  const stated = name ?? id;
  const quoted = stated === undefined ? undefined : quotable(stated);
  const isStrange = kind === 'badge' && trust?.trust === 'unknown' && quoted !== undefined;
  return isStrange ? texts.innerQuoted(quoted) : texts.innerLabel[kind](quoted);
}

/** The name of the issuer, from the list that names it, else from the credential. */
function by({ issuer, trust }: InnerReport, texts: Texts): string | undefined {
  if (trust?.trust === 'listed' && trust.name !== undefined) return texts.innerIssuer(trust.name);
  if (issuer === undefined) return undefined;
  const stated = quotable(issuer, LONGEST_ISSUER);
  return trust?.trust === 'unknown' ? texts.innerClaimed(stated) : texts.innerIssuer(stated);
}

/** The most characters of a name and an id. */
const LONGEST_ISSUER = 400;
