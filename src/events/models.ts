import { readData } from '../data.ts';
import { LinearModel, type PackedModel } from '../learn/linear.ts';

/** What was learned about events; a fold of an evaluation brings its own. */
export interface EventModels {
  readonly trigger: LinearModel;
  /** A trigger of at least this probability counts; fitted with the model. */
  readonly triggerThreshold: number;
  readonly type: LinearModel;
  readonly mode: LinearModel;
  readonly prominence: LinearModel;
  readonly prominenceThreshold: number;
}

type ModelName = 'trigger' | 'type' | 'mode' | 'prominence';
/** `data/en/events/models.json`, as `npm run train:events` writes it. */
export type PackedEventModels = Readonly<Record<ModelName, PackedModel>> &
  Pick<EventModels, 'triggerThreshold' | 'prominenceThreshold'>;

export const packModels = (models: EventModels): PackedEventModels => ({
  ...models,
  trigger: models.trigger.pack(),
  type: models.type.pack(),
  mode: models.mode.pack(),
  prominence: models.prominence.pack(),
});

export const unpackModels = (packed: PackedEventModels): EventModels => ({
  ...packed,
  trigger: LinearModel.unpack(packed.trigger),
  type: LinearModel.unpack(packed.type),
  mode: LinearModel.unpack(packed.mode),
  prominence: LinearModel.unpack(packed.prominence),
});

/** The models that ship. */
export const readModels = (): EventModels => unpackModels(readData<PackedEventModels>('en/events/models.json'));
