import type { KindExport } from '../../kind'
import type { ServiceBlueprint } from '../model/content'
import { toDocument } from './document'
import { partsOf } from './parts'
import { drawPicture } from './picture'

export const serviceBlueprintExport: KindExport<ServiceBlueprint> = {
  toDocument,
  parts: partsOf,
  picture: drawPicture,
}
