import { isJsonObject, type JsonObject, listOf, textOf } from '#open-badges/parsing';
import { trimEndSigns } from '#open-badges/values';

/** The addresses of a host that a client needs, from its service description (Open Badges 3.0, Service
 *  Description Document). */
export interface ServiceDescription {
  /** The address below which `/credentials` is found, without a slash at the end. */
  readonly apiUrl: string;
  readonly registrationUrl: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
}

/** The path of the API below a host's base address. */
export const API_PATH = '/ims/ob/v3p0';

/** Reads the description of a host at this base address. Undefined if an address is missing, is not https,
 *  or has a host that is neither the described one nor a subdomain of it. Otherwise a malicious host could
 *  send people to another host's consent page, receive the code or token, and act there in their name (RFC
 *  9700 §4.4, mix-up). */
export function readServiceDescription(document: unknown, baseUrl: string): ServiceDescription | undefined {
  const scheme = at(document, 'components', 'securitySchemes', 'OAuth2ACG');
  const flow = at(scheme, 'flows', 'authorizationCode');
  const server = listOf(at(document)?.['servers'])[0];
  const found = {
    apiUrl: trimEndSigns(textOf(server, 'url') ?? `${baseUrl}${API_PATH}`, /\//),
    registrationUrl: textOf(scheme, 'x-imssf-registrationUrl') ?? '',
    authorizationUrl: textOf(flow, 'authorizationUrl') ?? '',
    tokenUrl: textOf(flow, 'tokenUrl') ?? '',
  };
  return Object.values(found).every((address) => isAt(address, baseUrl)) ? found : undefined;
}

function at(value: unknown, ...path: readonly string[]): JsonObject | undefined {
  const [first, ...rest] = path;
  if (!isJsonObject(value)) return undefined;
  return first === undefined ? value : at(value[first], ...rest);
}

function isAt(address: string, baseUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  const described = new URL(baseUrl).host;
  return protocol === 'https:' && (host === described || host.endsWith(`.${described}`));
}
