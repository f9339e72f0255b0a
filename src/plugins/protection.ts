import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { DatelineError } from '../errors.ts';

/** The paths that must answer however busy the service is, for whatever watches over it. */
const VITAL = new Set(['/livez', '/readyz']);
const RETRY_AFTER_SECONDS = 5;

/** Security headers, who may call from a browser, how often, and what happens when it gets too much. */
export async function protection(app: App, config: Config): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
  });
  await app.register(cors, {
    origin: config.DATELINE_CORS_ORIGIN === '' ? false : config.DATELINE_CORS_ORIGIN,
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
    exposedHeaders: [
      'ETag',
      'Link',
      'Location',
      'X-Request-Id',
      'Retry-After',
      'RateLimit-Limit',
      'RateLimit-Remaining',
    ],
  });
  if (config.DATELINE_RATE_LIMIT > 0) await limitRate(app, config.DATELINE_RATE_LIMIT);
  await app.register(underPressure, {
    maxEventLoopDelay: config.DATELINE_MAX_EVENT_LOOP_DELAY,
    pressureHandler: (request, _reply, type, value) => {
      if (VITAL.has(request.routeOptions.url ?? '')) return;
      throw new DatelineError('overloaded', `The service is at its limit (${type} ${Math.round(value ?? 0)}).`, {
        headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
      });
    },
  });
}

async function limitRate(app: App, max: number): Promise<void> {
  await app.register(rateLimit, {
    max,
    timeWindow: 60_000,
    enableDraftSpec: true,
    allowList: ({ url }) => VITAL.has(url),
    errorResponseBuilder: (_, { ttl }) =>
      new DatelineError('too-many-requests', `This address may make ${max} requests a minute.`, {
        headers: { 'retry-after': String(Math.ceil(ttl / 1000)) },
      }),
  });
}
