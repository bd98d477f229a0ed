/** Levels of eIDAS (implementing regulation (EU) 2015/1502), weakest first. */
const EIDAS = ['eidas1', 'eidas2', 'eidas3'];

/** Whether the level that a signed ID token states is one of those asked for. `acrValues` are words with
 *  spaces between them (OpenID Connect Core 1.0, §2 and §3.1.2.1). A token without a level is refused,
 *  because a provider may ignore the request. A higher level of eIDAS is accepted in place of a lower one. */
export function isAcrEnough(acr: unknown, acrValues: string): boolean {
  const wanted = acrValues.split(/\s+/).filter(Boolean);
  if (typeof acr !== 'string') return false;
  const level = EIDAS.indexOf(acr);
  return wanted.some((one) => one === acr || (EIDAS.includes(one) && EIDAS.indexOf(one) <= level));
}
