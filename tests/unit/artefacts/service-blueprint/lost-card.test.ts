import { describe, expect, it } from 'vitest'
import { serviceBlueprint } from '../../../../app/artefacts/service-blueprint'
import { changeCard, removeCard } from '../../../../app/artefacts/service-blueprint/model/card-operations'
import { removePhase } from '../../../../app/artefacts/service-blueprint/model/operations'
import { createLostCardStore } from '../../../../app/artefacts/service-blueprint/view/lost-card'
import { createLocalSession, linkSessions } from '../../../support/local-session'
import { smallPath } from './blueprint-of'

function twoPeople() {
  const me = createLocalSession({ kind: serviceBlueprint, content: smallPath, stepTime: 0 })
  const other = createLocalSession({ kind: serviceBlueprint })
  linkSessions(me, other)
  const store = createLostCardStore(me)
  store.subscribe(() => undefined)
  return { me, other, store }
}

describe('a card that somebody removes while I write on it', () => {
  it('is kept as I last had it, to be put back', () => {
    const { me, other, store } = twoPeople()
    store.watch('call')
    me.change((root) => changeCard(root, 'call', { text: 'Soittaa heti aamulla' }))
    other.change((root) => removeCard(root, 'call'))
    expect(store.lost()).toMatchObject({ id: 'call', text: 'Soittaa heti aamulla' })
    store.dismiss()
    expect(store.lost()).toBeUndefined()
  })

  it('is kept when its phase goes too', () => {
    const { other, store } = twoPeople()
    store.watch('call')
    other.change((root) => removePhase(root, 'contact'))
    expect(store.lost()?.text).toBe('Soittaa palveluun')
  })

  it('is not asked about when I take it away myself by undo', () => {
    const { me, store } = twoPeople()
    store.watch('call')
    const gone = store.during(() => me.change((root) => removeCard(root, 'call')))
    expect(gone?.id).toBe('call')
    expect(store.lost()).toBeUndefined()
  })

  it('is not asked about when I had stopped writing', () => {
    const { other, store } = twoPeople()
    store.watch('call')
    store.leave('call')
    other.change((root) => removeCard(root, 'call'))
    expect(store.lost()).toBeUndefined()
  })
})
