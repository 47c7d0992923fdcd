// A remark on lines of a file.

/** A remark on lines of a file of the repository, or on the step. */
export type Annotation = {
  readonly level: "warning" | "error";
  readonly title: string;
  readonly message: string;
  /** Path from the repository's top. */
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
};
