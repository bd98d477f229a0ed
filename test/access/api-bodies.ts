interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** An operation of an OpenAPI document, with its document. */
export interface Operation {
  readonly document: { readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> } };
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}

/** A body of the operation with every member that its schema knows. `name` gives the value of a text without a
 *  closed list. */
export function sampleBody(operation: Operation | undefined, name: (property: string) => string): object {
  const content = Object.values(operation?.requestBody?.content ?? {});
  const sampled = content.map(({ schema = {} }) => sample(schema, 'body'));
  return sampled.find((one): one is object => typeof one === 'object' && one !== null) ?? {};

  function sample(schema: Schema, property: string, depth = 0): unknown {
    if (depth > 6) return undefined;
    const inner =
      schema.$ref && operation?.document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''];
    if (inner) return sample(inner, property, depth + 1);
    const [choice] = schema.anyOf ?? schema.oneOf ?? [];
    if (choice) return sample(choice, property, depth + 1);
    if (schema.allOf) {
      return Object.assign({}, ...schema.allOf.map((one) => sample(one, property, depth + 1)));
    }
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return schema.enum[0];
    return ofType(schema, property, depth);
  }

  function ofType({ type, ...schema }: Schema, property: string, depth: number): unknown {
    switch (Array.isArray(type) ? type[0] : type) {
      case 'boolean':
        return true;
      case 'integer':
      case 'number':
        return schema.minimum ?? 1;
      case 'array':
        return [sample(schema.items ?? { type: 'string' }, property, depth + 1)];
      case 'string':
        if (schema.format === 'date') return '2026-11-30';
        if (schema.format === 'date-time') return '2026-11-30T10:00:00Z';
        return name(property);
      default: {
        const members = Object.entries(schema.properties ?? {});
        return Object.fromEntries(members.map(([key, of]) => [key, sample(of, key, depth + 1)]));
      }
    }
  }
}
