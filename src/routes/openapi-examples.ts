import type { Records } from '../records.ts';

type Parameter = { in: string; name: string; example?: unknown };
type Media = { example?: unknown };
type Operation = { parameters?: Parameter[]; requestBody?: { content: Record<string, Media> } };
export type Document = { paths?: Record<string, Record<string, Operation>> };

export interface Examples {
  /** Ids by the beginning of the path that asks for one. */
  readonly ids: Readonly<Record<string, string | undefined>>;
  /** Bodies by method and path. */
  readonly bodies: Readonly<Record<string, object | undefined>>;
}

const signature = { author: 'A. Editor', reason: 'The communiqué says so' };
const signed = <T extends object>(values: T) => ({ ...values, ...signature });

/** Events and people among which two are sought that may be one. */
const LOOKED_AT = 50;

/** Ids that the store has, and edits of what it has, for whoever tries a route. Each edit can be undone. */
export async function examplesFrom(store: Records): Promise<Examples> {
  const [documents, events, people, edits] = await Promise.all([
    store.documents({}, { limit: 1 }),
    store.events({ sort: 'salience' }, { limit: LOOKED_AT }),
    store.entities({ types: ['person'] }, { limit: LOOKED_AT }),
    store.edits({}, { limit: 1 }),
  ]);
  const [event, ...others] = events.items;
  const [person, ...fewer] = people.items;
  const other =
    others.find(({ type, time }) => type === event?.type && time?.earliest === event.time?.earliest) ?? others.at(-1);
  const namesake = fewer.findLast(({ wikidata }) => wikidata === undefined) ?? fewer.at(-1);
  const whole = event && (await store.event(event.id));
  const claim = whole && 'claims' in whole ? whole.claims.at(-1) : undefined;
  const mention = person && (await store.entityMentions(person.id, { limit: 1 })).items[0];
  return {
    ids: {
      '/v1/documents/': documents.items[0]?.id,
      '/v1/events/': event?.id,
      '/v1/edits/': edits.items[0]?.id,
    },
    bodies: {
      'patch /v1/events/{id}': event && signed({ title: event.title, status: event.status }),
      'post /v1/events/merge': event && other && signed({ events: [event.id, other.id] }),
      'post /v1/events/split': event && claim && signed({ event: event.id, claims: [claim.id] }),
      'patch /v1/entities/{id}': person && signed({ name: person.name }),
      'post /v1/entities/merge': person && namesake && signed({ entity: namesake.id, into: person.id }),
      'post /v1/entities/split': person && mention && signed({ entity: person.id, documents: [mention.document] }),
      'post /v1/edits/{id}/undo': signature,
    },
  };
}

/** A copy of the OpenAPI document with the examples filled in. */
export function withExamples<T extends Document>(document: T, { ids, bodies }: Examples): T {
  const copy = structuredClone(document);
  for (const [path, operations] of Object.entries(copy.paths ?? {})) {
    const id = Object.entries(ids).find(([prefix]) => path.startsWith(`${prefix}{id}`))?.[1];
    for (const [method, operation] of Object.entries(operations)) {
      const parameter = operation.parameters?.find((one) => one.in === 'path' && one.name === 'id');
      if (parameter && id !== undefined) parameter.example = id;
      const media = operation.requestBody?.content['application/json'];
      const body = bodies[`${method} ${path}`];
      if (media && body) media.example = body;
    }
  }
  return copy;
}
