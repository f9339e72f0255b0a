/** Whether a place of a page is inside an element of some kind, however broken the nesting: elements are only counted. */
export class Region {
  #name: string | undefined;
  #depth = 0;

  get inside(): boolean {
    return this.#name !== undefined;
  }

  /** An element opens; `begins` when it is one that the region begins with. */
  open(name: string, begins: boolean): void {
    if (this.#name === undefined && begins) this.#name = name;
    if (this.#name === name) this.#depth++;
  }

  close(name: string): void {
    if (this.#name === name && --this.#depth === 0) this.#name = undefined;
  }
}
