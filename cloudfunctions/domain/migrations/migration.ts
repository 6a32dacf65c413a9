/**
 * 迁移: what the documents of an earlier version become. A migration has a number, its file's; it is never changed once a version with it has
 * been released, for clouds and data folders remember by that number how far they are.
 */
export interface Migration<D = never> {
  /** the collection, all of whose documents are gone through */
  in: string;
  /** the fields that it looks at: a document in which one of them changed meanwhile is looked at again */
  reads: readonly (keyof D & string)[];
  /** The fields that a document is to get; undefined where it has them. */
  change(doc: D): Partial<D> | undefined;
  /** how the version before goes on with what this one leaves: why it can */
  back: string;
}
