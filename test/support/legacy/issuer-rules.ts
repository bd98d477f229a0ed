import { host, isIri, isPicture, isSingle, isText, isUrl, listOf, node, type Rule } from './rule.ts';

/** The requirements on its BadgeClass, on its Issuer, and on the places where the Issuer lets its badges be
 *  hosted (the same tasks, and verification). */
export const CLASS_AND_ISSUER_RULES: readonly Rule[] = [
  [
    'BadgeClass.id is an IRI, the address that serves it',
    (d) => isIri(d.badge['id']) && d.badge['id'] === d.served.badge,
    ({ badge }) => {
      badge['id'] = 'RUPN-ENG';
    },
  ],
  [
    'BadgeClass.type holds BadgeClass',
    (d) => listOf(d.badge['type']).includes('BadgeClass'),
    ({ badge }) => {
      badge['type'] = 'Achievement';
    },
  ],
  [
    'BadgeClass.name and description are texts',
    (d) => isText(d.badge['name']) && isText(d.badge['description']),
    ({ badge }) => {
      badge['description'] = { fr: 'x' };
    },
  ],
  [
    'BadgeClass.image is there, one picture',
    (d) => isUrl(d.badge['image']) && isPicture(d.images[String(d.badge['image'])]),
    ({ badge }) => {
      badge['image'] = undefined;
    },
  ],
  [
    'BadgeClass.criteria has an IRI or a narrative',
    (d) =>
      isIri(d.badge['criteria']) ||
      isIri(node(d.badge['criteria'])['id']) ||
      isText(node(d.badge['criteria'])['narrative']),
    ({ badge }) => {
      badge['criteria'] = {};
    },
  ],
  [
    'BadgeClass.issuer is one address, which answers',
    (d) => isUrl(d.badge['issuer']) && d.badge['issuer'] === d.served.issuer,
    ({ badge }) => {
      badge['issuer'] = 'DANE';
    },
  ],
  [
    'each alignment has targetName and a targetUrl',
    (d) =>
      listOf(d.badge['alignment']).every(
        (one) => isText(node(one)['targetName']) && isUrl(node(one)['targetUrl']),
      ),
    ({ badge }) => {
      badge['alignment'] = [{ targetName: 'A1' }];
    },
  ],
  [
    'texts of an alignment are single',
    (d) => listOf(d.badge['alignment']).every((one) => Object.values(node(one)).every(isSingle)),
    ({ badge }) => {
      badge['alignment'] = [{ targetName: ['a', 'b'], targetUrl: 'https://a.example/' }];
    },
  ],
  [
    'Issuer.id is an http address, the one that serves it',
    (d) => isUrl(d.issuer['id']) && d.issuer['id'] === d.served.issuer,
    ({ issuer }) => {
      issuer['id'] = 'did:web:jalon.test';
    },
  ],
  [
    'Issuer.type holds Issuer or Profile',
    (d) => listOf(d.issuer['type']).some((one) => one === 'Issuer' || one === 'Profile'),
    ({ issuer }) => {
      issuer['type'] = 'Organization';
    },
  ],
  [
    'Issuer.name is a text',
    (d) => isText(d.issuer['name']),
    ({ issuer }) => {
      issuer['name'] = '';
    },
  ],
  [
    'Issuer.url is a URL',
    (d) => isUrl(d.issuer['url']),
    ({ issuer }) => {
      issuer['url'] = 'dane.example';
    },
  ],
  [
    'Issuer.email is an e-mail address',
    (d) => typeof d.issuer['email'] === 'string' && /^[^@\s]+@[^@\s]+$/.test(d.issuer['email']),
    ({ issuer }) => {
      issuer['email'] = undefined;
    },
  ],
  [
    'verification.startsWith of the issuer is one URL',
    (d) => {
      const { startsWith } = node(d.issuer['verification']);
      return startsWith === undefined || isUrl(startsWith);
    },
    ({ issuer }) => {
      issuer['verification'] = { startsWith: ['https://a.example/1', 'https://a.example/2'] };
    },
  ],
  [
    'verification.allowedOrigins of the issuer are host names',
    (d) =>
      listOf(node(d.issuer['verification'])['allowedOrigins']).every(
        (one) =>
          typeof one === 'string' &&
          URL.canParse(`https://${one}/`) &&
          new URL(`https://${one}/`).host === one,
      ),
    ({ issuer }) => {
      issuer['verification'] = { allowedOrigins: 'https://jalon.test/' };
    },
  ],
  [
    'Assertion.id begins as startsWith says',
    (d) => {
      const starts = listOf(node(d.issuer['verification'])['startsWith']);
      return starts.length === 0 || starts.some((one) => String(d.assertion['id']).startsWith(String(one)));
    },
    ({ issuer }) => {
      issuer['verification'] = { startsWith: 'https://elsewhere.example/' };
    },
  ],
  [
    'Assertion.id is on an allowed origin, else on that of the issuer',
    (d) => {
      const origins = listOf(node(d.issuer['verification'])['allowedOrigins']);
      return (origins.length > 0 ? origins : [host(d.issuer['id'])]).includes(host(d.assertion['id']));
    },
    ({ issuer }) => {
      issuer['verification'] = { allowedOrigins: 'elsewhere.example' };
    },
  ],
];
