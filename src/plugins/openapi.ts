import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { App } from '../app.ts';
import { packageRoot } from '../data.ts';

const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };

const description = [
  `Dateline reads English news text and finds who, where and when: people, countries, organisations, places, and dated
   events with their evidence. What several documents say about the same event becomes one event, and timelines list
   events by date, entity, place, type and status.`,
  `Every error is a problem document (RFC 9457) whose \`type\` is a path of this service that explains it. Lists come in
   pages: \`next\` and the Link header lead on. Each answer to a GET has an ETag. Offsets are UTF-16 code units, end
   exclusive. Dates are EDTF, with the days they cover as \`earliest\` and \`latest\`.`,
]
  .map((paragraph) => paragraph.replace(/\s+/g, ' '))
  .join('\n\n');

/** The OpenAPI document of all routes, and a page to try it on. */
export async function openapi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Dateline', version, description, license: { name: 'MIT', identifier: 'MIT' } },
      servers: [{ url: '/' }],
      tags: [
        { name: 'documents', description: 'Texts to read, and what was read in them' },
        { name: 'extraction', description: 'The same analysis, nothing stored' },
        { name: 'entities', description: 'Who and where, across documents' },
        { name: 'events', description: 'What happened when, across documents' },
        { name: 'curation', description: 'What people change by hand, and the trail of it' },
        { name: 'service', description: 'The state of the service, and what its errors mean' },
      ],
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, i) => String(json.$id ?? `schema-${i}`) },
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    uiConfig: { url: '/openapi.json', tryItOutEnabled: true, displayRequestDuration: true, docExpansion: 'list' },
  });
}
