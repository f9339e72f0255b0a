import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The numbered migrations, put beside the compiled store by the build. */
export const sqlFolder: string = fileURLToPath(new URL('./sql/', import.meta.url));

/** A folder of an empty database, packed by the build; only the version of PGlite that made it can use it. */
export const templatePath: string = fileURLToPath(new URL(`./template-${pgliteVersion()}.tar.gz`, import.meta.url));

function pgliteVersion(): string {
  const manifest = new URL('../package.json', import.meta.resolve('@electric-sql/pglite'));
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
