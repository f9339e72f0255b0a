import type { App } from '../app.ts';
import { DatelineError } from '../errors.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** The methods of each path, filled as routes are added; not those of Swagger UI and of wildcards, which are not ours. */
export function watchMethods(app: App): ReadonlyMap<string, ReadonlySet<string>> {
  const byPath = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*') || url.startsWith('/docs')) return;
    const known = byPath.get(url) ?? new Set();
    for (const name of [method].flat()) known.add(name);
    byPath.set(url, known);
  });
  return byPath;
}

/** A path that exists answers methods it does not take with 405 and Allow, and OPTIONS with what it takes. */
export function refuseOtherMethods(app: App, byPath: ReadonlyMap<string, ReadonlySet<string>>): void {
  for (const [url, known] of [...byPath]) {
    const allow = [...known, 'OPTIONS'].join(', ');
    const hidden = { url, schema: { hide: true }, exposeHeadRoute: false };
    app.route({
      ...hidden,
      method: 'OPTIONS',
      handler: async (_, reply) => reply.code(204).header('allow', allow).send(),
    });
    app.route({
      ...hidden,
      method: METHODS.filter((method) => !known.has(method)),
      handler: async ({ method }) => {
        throw new DatelineError('method-not-allowed', `${method} is not possible here; ${allow} are.`, {
          headers: { allow },
        });
      },
    });
  }
}
