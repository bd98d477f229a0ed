import { isJsonObject, type JsonObject, listOf, textOf } from './json-value.ts';

/** What a client must know of a host, from its service description (Open Badges 3.0, Service Description
 *  Document). */
export interface ServiceDescription {
  /** Where `/credentials` stands, without a slash at the end. */
  readonly apiUrl: string;
  readonly registrationUrl: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
}

/** The path of the API below a host's base address. */
export const API_PATH = '/ims/ob/v3p0';

/** Reads the description of a host at this base address. Undefined where an address is missing, not https, or on a
 *  host that is neither the described one nor below it. A host that sends people to the consent of another one and
 *  takes the code, or the token, itself would else act there in their name (RFC 9700 §4.4, mix-up). */
export function readServiceDescription(document: unknown, baseUrl: string): ServiceDescription | undefined {
  const scheme = at(document, 'components', 'securitySchemes', 'OAuth2ACG');
  const flow = at(scheme, 'flows', 'authorizationCode');
  const server = listOf(at(document)?.['servers'])[0];
  const found = {
    apiUrl: (textOf(server, 'url') ?? `${baseUrl}${API_PATH}`).replace(/\/+$/, ''),
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
