/** What people do on the board. Each function is one act on the shared document and is undone as one. */
export { addItem, changeItem, colourItems, deleteThings, duplicateItems, resizeItem } from './operations/items'
export type { ItemChanges, NewItem } from './operations/items'
export { moveInOutline, moveItems, movedTogether, putInFrame } from './operations/moving'
export { changeConnector, connect, reverseConnector } from './operations/connectors'
export type { ConnectorChanges } from './operations/connectors'
export { freeSpotNear } from './operations/free-spot'
