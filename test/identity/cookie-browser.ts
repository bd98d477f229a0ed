/** The functions of a browser that a sign-in needs: cookies, redirects, a form. */
export interface CookieBrowser {
  /** Follows redirects until a page, or until an address that begins with `stopAt`. */
  open(
    url: string,
    stopAt: string,
  ): Promise<{ readonly url: string; readonly page?: string; readonly status?: number }>;
  post(
    url: string,
    fields: Readonly<Record<string, string>>,
    stopAt: string,
  ): ReturnType<CookieBrowser['open']>;
}

const MOST_REDIRECTS = 10;

export function makeCookieBrowser(headers: Readonly<Record<string, string>> = {}): CookieBrowser {
  const cookies = new Map<string, string>();

  async function ask(url: string, init: RequestInit): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  async function follow(url: string, init: RequestInit, stopAt: string) {
    let response = await ask(url, init);
    let address = url;
    for (let turn = 0; turn < MOST_REDIRECTS; turn += 1) {
      const location = response.headers.get('location');
      if (!location) return { url: address, page: await response.text(), status: response.status };
      address = new URL(location, address).href;
      if (address.startsWith(stopAt)) return { url: address };
      response = await ask(address, {});
    }
    throw new Error('too many redirects');
  }

  return {
    open: (url, stopAt) => follow(url, {}, stopAt),
    post: (url, fields, stopAt) => follow(url, { method: 'POST', body: new URLSearchParams(fields) }, stopAt),
  };
}
