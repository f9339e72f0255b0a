import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import type { Config } from './config.ts';
import type { Extractor } from './extractor.ts';
import { bodies } from './plugins/bodies.ts';
import { caching } from './plugins/caching.ts';
import { contracts } from './plugins/contracts.ts';
import { draining } from './plugins/draining.ts';
import { refuseOtherMethods, watchMethods } from './plugins/methods.ts';
import { negotiation } from './plugins/negotiation.ts';
import { openapi } from './plugins/openapi.ts';
import { answerBrokenRequest, answerError, problems } from './plugins/problems.ts';
import { protection } from './plugins/protection.ts';
import { requestId, tracing } from './plugins/tracing.ts';
import type { Records } from './records.ts';
import { bulkRoutes } from './routes/bulk.ts';
import { changesRoutes } from './routes/changes.ts';
import { curationRoutes } from './routes/curation.ts';
import { documentRoutes } from './routes/documents.ts';
import { entityRoutes } from './routes/entities.ts';
import { eventRoutes } from './routes/events.ts';
import { extractRoutes } from './routes/extract.ts';
import { healthRoutes } from './routes/health.ts';
import { openapiRoutes } from './routes/openapi.ts';
import { problemRoutes } from './routes/problems.ts';
import { timelineRoutes } from './routes/timeline.ts';

/** What the service works with, made and closed by whoever builds it. */
export interface Deps {
  readonly extractor: Extractor;
  readonly store: Records;
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** Milliseconds: an import of many documents is one request, read no faster than it is worked off. */
const LONGEST_UPLOAD = 3_600_000;

/** In order: each sees the requests that those before it let through. */
const plugins = [tracing, problems, draining, contracts, protection, negotiation, bodies, caching, openapi];
const routes = [
  documentRoutes,
  bulkRoutes,
  extractRoutes,
  entityRoutes,
  eventRoutes,
  timelineRoutes,
  curationRoutes,
  changesRoutes,
  healthRoutes,
  problemRoutes,
  openapiRoutes,
];

/** The only place that makes a server: the service, its tests, the command line and the contract all use it. */
export async function buildApp(config: Config, deps: Deps): Promise<App> {
  const app: App = Fastify({
    logger: { level: config.LOG_LEVEL },
    genReqId: requestId,
    trustProxy: config.DATELINE_TRUST_PROXY,
    bodyLimit: config.DATELINE_BODY_LIMIT,
    connectionTimeout: config.DATELINE_IDLE_TIMEOUT,
    requestTimeout: LONGEST_UPLOAD,
    return503OnClosing: false,
    frameworkErrors: answerError,
    clientErrorHandler: answerBrokenRequest,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<TypeBoxTypeProvider>();
  const methods = watchMethods(app);
  for (const plugin of plugins) await plugin(app, config);
  for (const route of routes) route(app, deps, config);
  refuseOtherMethods(app, methods);
  await app.ready();
  return app;
}
