import type { KindExport } from '../../kind'
import type { CooperationModel } from '../model/content'
import { modelOrigins } from './origins'
import { modelParts } from './parts'
import { modelPicture } from './picture'
import { modelDocument } from './to-document'

export const modelExport: KindExport<CooperationModel> = {
  toDocument: modelDocument,
  parts: modelParts,
  origins: modelOrigins,
  picture: modelPicture,
}
