import * as Y from 'yjs'

/**
 * Yjs takes away what stands in a type by going down into it, a call for each level: where somebody has nested ten thousand of
 * them, which is a small update, the stack runs out half-way, and the document is broken for everybody who takes it away.
 * Here it is done level by level, with the same outcome. Import this wherever a document is changed that others have sent.
 */
function levelByLevel<Owner extends object>(goDown: (this: Y.ContentType, owner: Owner) => void) {
  const waiting = new WeakMap<Owner, Y.ContentType[]>()
  return function (this: Y.ContentType, owner: Owner): void {
    const above = waiting.get(owner)
    if (above) {
      above.push(this)
      return
    }
    const own: Y.ContentType[] = [this]
    waiting.set(owner, own)
    try {
      for (let next = own.pop(); next; next = own.pop()) goDown.call(next, owner)
    } finally {
      waiting.delete(owner)
    }
  }
}

const { prototype } = Y.ContentType
prototype.delete = levelByLevel(prototype.delete)
prototype.gc = levelByLevel(prototype.gc)
