import { readData } from '../data.ts';
import { LinearModel, type PackedModel } from '../learn/linear.ts';
import type { DateConfidence } from './dates.ts';

/** What was learned about who, where and when; a fold of an evaluation brings its own. */
export interface StructureModels {
  /** Passes over the many phrases that hardly ever take part. */
  readonly near: LinearModel;
  readonly participants: LinearModel;
  readonly place: LinearModel;
  readonly when: LinearModel;
  readonly inherit: LinearModel;
  /** Precision of each way to date an event, measured where the models had not learned. */
  readonly confidence: DateConfidence;
}

export type PackedStructureModels = Readonly<
  Record<'near' | 'participants' | 'place' | 'when' | 'inherit', PackedModel>
> &
  Pick<StructureModels, 'confidence'>;

export const packStructure = (models: StructureModels): PackedStructureModels => ({
  near: models.near.pack(),
  participants: models.participants.pack(),
  place: models.place.pack(),
  when: models.when.pack(),
  inherit: models.inherit.pack(),
  confidence: models.confidence,
});

export const unpackStructure = (packed: PackedStructureModels): StructureModels => ({
  near: LinearModel.unpack(packed.near),
  participants: LinearModel.unpack(packed.participants),
  place: LinearModel.unpack(packed.place),
  when: LinearModel.unpack(packed.when),
  inherit: LinearModel.unpack(packed.inherit),
  confidence: packed.confidence,
});

/** The models that ship. */
export const readStructureModels = (): StructureModels => unpackStructure(readData('en/events/structure.json'));
