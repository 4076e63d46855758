import { isKindId, loadKind } from '../../app/artefacts/registry'
import { serveContent } from './serve-content'

serveContent((id) => (isKindId(id) ? loadKind(id) : Promise.reject(new Error(`No kind is called ${id}`))))
