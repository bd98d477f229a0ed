// The names of a new feature, all from one: `equipment-loans`.

/** Plurals of which dropping the last letter is not the singular. */
const OTHER_PLURAL = /(ss|us|is|ies|(ch|sh|s|x|z)es)$/;

/** The names of a feature in each layer. Throws an error for people if the name is none, or gives no singular. */
export function namesOf(name) {
  if (!/^[a-z]+(-[a-z]+)*s$/.test(name ?? '')) {
    throw new Error(
      'Give the name of the feature in lower case, with hyphens, as a plural: npm run new-feature equipment-loans',
    );
  }
  if (OTHER_PLURAL.test(name)) {
    throw new Error(
      `${name} has no singular by dropping its last letter. Choose a name such as equipment-loans.`,
    );
  }
  const one = name.slice(0, -1);
  return {
    name,
    one,
    many: camelCase(name),
    single: camelCase(one),
    Many: pascalCase(name),
    One: pascalCase(one),
    table: one.replaceAll('-', '_'),
    label: one.replaceAll('-', ' '),
    plural: name.replaceAll('-', ' '),
  };
}

/** What a feature of these names would take from others, as patterns that no file of src may match. */
export function takenNames({ name, one, many, single, Many, One, table }) {
  return [
    [`'${one}-(added|removed)'`, 'audit action'],
    [`(interface|type|const|function) (${One}|${One}Change|${One}Reader|${Many}Tables)\\b`, 'type'],
    [`\\b(read${One}|read${Many}|add${One}|remove${One}|${single}Services)\\b`, 'function'],
    [`^ {2}${many}: `, 'page'],
    [`^ {2}${table}: `, 'table'],
    [`['\`](/school/:uai|/dane)/${name}\\b`, 'address'],
  ].map(([pattern, kind]) => ({ pattern: new RegExp(pattern, 'm'), kind }));
}

const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const pascalCase = (name) => camelCase(`-${name}`);
