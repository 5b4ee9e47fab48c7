/** What a written file is like. */
export interface FileFacts {
  /** Relative to the folder that it is spoken of in, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal digits. */
  readonly sha256: string;
}
