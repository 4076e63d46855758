import type { KindExport } from '../../kind'
import type { ServiceBlueprint } from '../model/content'
import { toDocument } from './document'
import { originsOf, partsOf } from './parts'
import { drawPicture } from './picture'

export const serviceBlueprintExport: KindExport<ServiceBlueprint> = {
  toDocument,
  parts: partsOf,
  origins: originsOf,
  picture: drawPicture,
}
