import type { GenericSchema } from 'valibot';

/** What a schema of the contract takes or gives, as data: as far as two versions can be compared by it. */
export type Shape =
  | { is: 'string' | 'number' | 'boolean'; least?: number; most?: number; like?: string[] }
  | { is: 'one of'; values: (string | number | boolean)[] }
  | { is: 'list'; of: Shape; least?: number; most?: number }
  | { is: 'map'; of: Shape }
  | { is: 'row'; of: Shape[] }
  | { is: 'null or'; of: Shape }
  | { is: 'either'; of: Shape[] }
  | { is: 'object'; fields: Record<string, Shape>; optional: string[] };

/** Valibot's own insides, as far as the contract uses them; another kind of schema ends the reading. */
interface Inside {
  type: string;
  pipe?: readonly (Inside & { kind: string; requirement?: unknown })[];
  entries?: Record<string, Inside>;
  options?: readonly unknown[];
  literal?: string | number | boolean;
  item?: Inside;
  items?: readonly Inside[];
  value?: Inside;
  wrapped?: Inside;
}

export const shapeOf = (schema: GenericSchema): Shape => read(schema as unknown as Inside);

function read(schema: Inside): Shape {
  const bounds = boundsOf(schema);
  const { entries = {}, options = [] } = schema;
  switch (schema.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return { is: schema.type, ...bounds };
    case 'picklist':
      return { is: 'one of', values: [...(options as (string | number | boolean)[])] };
    case 'literal':
      return { is: 'one of', values: schema.literal === undefined ? [] : [schema.literal] };
    case 'array':
      return { is: 'list', of: read(known(schema.item)), ...bounds };
    case 'record':
      return { is: 'map', of: read(known(schema.value)) };
    case 'tuple':
      return { is: 'row', of: (schema.items ?? []).map(read) };
    case 'nullable':
      return { is: 'null or', of: read(known(schema.wrapped)) };
    case 'optional':
      return read(known(schema.wrapped));
    case 'variant':
      return { is: 'either', of: (options as Inside[]).map(read) };
    case 'object':
    case 'strict_object':
      return {
        is: 'object',
        fields: Object.fromEntries(Object.entries(entries).map(([name, field]) => [name, read(field)])),
        optional: Object.keys(entries).filter((name) => entries[name]?.type === 'optional'),
      };
    default:
      throw new Error(`scripts/released/shape.ts reads no schema of type ${schema.type}`);
  }
}

function known(schema: Inside | undefined): Inside {
  if (!schema) throw new Error('a schema without what it holds');
  return schema;
}

function boundsOf({ pipe = [] }: Inside): { least?: number; most?: number; like?: string[] } {
  const of = (...types: string[]) =>
    pipe
      .filter(({ kind, type }) => kind === 'validation' && types.includes(type))
      .map((one) => one.requirement);
  const [least] = of('min_length', 'min_value');
  const [most] = of('max_length', 'max_value');
  const like = of('regex').map(String);
  return {
    ...(typeof least === 'number' && { least }),
    ...(typeof most === 'number' && { most }),
    ...(like.length > 0 && { like }),
  };
}
