import { readData } from '../data.ts';
import { LinearModel, type PackedModel } from '../learn/linear.ts';

/** What was learned about who, where and when; a fold of an evaluation brings its own. */
export interface StructureModels {
  readonly participants: LinearModel;
  readonly place: LinearModel;
}

export type PackedStructureModels = { readonly [K in keyof StructureModels]: PackedModel };

export const packStructure = (models: StructureModels): PackedStructureModels => ({
  participants: models.participants.pack(),
  place: models.place.pack(),
});

export const unpackStructure = (packed: PackedStructureModels): StructureModels => ({
  participants: LinearModel.unpack(packed.participants),
  place: LinearModel.unpack(packed.place),
});

/** The models that ship. */
export const readStructureModels = (): StructureModels => unpackStructure(readData('en/events/structure.json'));
