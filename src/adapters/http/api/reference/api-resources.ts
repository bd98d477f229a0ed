import type { ApiDocument, ApiModel, ApiOperation } from './api-document.ts';

/** A page of the reference: the operations of one tag, and the models that they name. */
export interface ApiResource {
  /** The last part of the page's address. */
  readonly name: string;
  readonly operations: readonly ApiOperation[];
  readonly models: readonly ApiModel[];
}

/** The document, in one part for each tag, in the order of the document. */
export function toResources({ operations, models }: ApiDocument): readonly ApiResource[] {
  const byTag = Map.groupBy(operations, ({ tag }) => tag);
  return [...byTag].map(([name, own]) => ({ name, operations: own, models: modelsNamedBy(own, models) }));
}

/** The models that these operations name, and those that these models name in turn. */
function modelsNamedBy(
  operations: readonly ApiOperation[],
  models: readonly ApiModel[],
): readonly ApiModel[] {
  const named = new Set<ApiModel>();
  const byName = new Map(models.map((model) => [model.name, model]));
  const add = (names: readonly string[]) => {
    for (const name of names) {
      const model = byName.get(name);
      if (!model || named.has(model)) continue;
      named.add(model);
      add(model.refers);
    }
  };
  add(operations.flatMap(({ refers }) => refers));
  return models.filter((model) => named.has(model));
}
