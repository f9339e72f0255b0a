import { readData } from '../data.ts';
import { LinearModel, type PackedModel } from '../learn/linear.ts';

/** What was learned about events; a fold of an evaluation brings its own. */
export interface EventModels {
  /** Passes over the many words that are hardly ever events. */
  readonly screen: LinearModel;
  readonly screenThreshold: number;
  readonly trigger: LinearModel;
  /** A trigger of at least this probability counts; fitted with the model. */
  readonly triggerThreshold: number;
  readonly type: LinearModel;
  readonly mode: LinearModel;
  readonly prominence: LinearModel;
  readonly prominenceThreshold: number;
  readonly status: LinearModel;
  /** Whether somebody's words tell an event: of a pair of event and speech act. */
  readonly attribution: LinearModel;
  readonly attributionThreshold: number;
}

const files = {
  'models.json': ['screen', 'trigger', 'type', 'mode', 'prominence'],
  'judgement.json': ['status', 'attribution'],
} as const;
type FileName = keyof typeof files;
type ModelName = (typeof files)[FileName][number];
type Thresholds = Omit<EventModels, ModelName>;
/** A file of `data/en/events`, as `npm run train:events` writes it. */
type Packed = Readonly<Record<string, PackedModel>>;

/** The models as the files that hold them; thresholds go into each file. */
export function packModels(models: EventModels): Record<FileName, object> {
  const { screenThreshold, triggerThreshold, prominenceThreshold, attributionThreshold } = models;
  const pack = (name: FileName) => Object.fromEntries(files[name].map((model) => [model, models[model].pack()]));
  return {
    'models.json': { ...pack('models.json'), screenThreshold, triggerThreshold, prominenceThreshold },
    'judgement.json': { ...pack('judgement.json'), attributionThreshold },
  };
}

const unpack = (packed: Packed, name: FileName): Partial<EventModels> => ({
  ...(packed as unknown as Thresholds),
  ...Object.fromEntries(files[name].map((model) => [model, LinearModel.unpack(packed[model]!)])),
});

/** The models that ship. */
export const readModels = (): EventModels =>
  Object.assign(
    {},
    ...(Object.keys(files) as FileName[]).map((name) => unpack(readData<Packed>(`en/events/${name}`), name)),
  );
