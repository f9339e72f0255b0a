/** The package has no types of its own; this is the part that the tests use. */
declare module 'edtf' {
  /** Bounds in milliseconds from 1970-01-01. Throws on what is no EDTF. */
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
