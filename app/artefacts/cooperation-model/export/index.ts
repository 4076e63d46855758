import type { KindExport } from '../../kind'
import type { CooperationModel } from '../model/content'
import { modelParts } from './parts'
import { modelPicture } from './picture'
import { modelDocument } from './to-document'

export const modelExport: KindExport<CooperationModel> = {
  toDocument: modelDocument,
  parts: modelParts,
  picture: modelPicture,
}
