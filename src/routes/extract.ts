import Type from 'typebox';
import { ExtractRequest, TextOptions } from '../../schemas/document.ts';
import { Extraction } from '../../schemas/extraction.ts';
import type { App, Deps } from '../app.ts';
import { callerGone } from './caller-gone.ts';
import { textBody, textOf } from './text-body.ts';

const Options = Type.Object(
  {
    ...TextOptions.properties,
    explain: Type.Optional(
      Type.Boolean({ default: false, description: 'Say for each time and event how it was derived' }),
    ),
  },
  { additionalProperties: false },
);

export function extractRoutes(app: App, { extractor }: Deps): void {
  app.post(
    '/v1/extract',
    {
      schema: {
        operationId: 'extract',
        tags: ['extraction'],
        summary: 'Read a text and answer what is in it; nothing is stored',
        description: 'The shape is that of a line of `dateline extract --ndjson`.',
        querystring: Options,
        body: textBody(ExtractRequest),
        response: { 200: Extraction },
      },
    },
    async (request, reply) => {
      const { explain, ...task } = textOf<ExtractRequest & { explain?: boolean }>(request);
      const { extraction } = await extractor.read(
        { id: request.id, ...task, explain: explain === true },
        callerGone(reply),
      );
      return extraction;
    },
  );
}
