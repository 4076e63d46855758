import { describe, expect, test } from 'vitest'
import { createSidePanel } from '../../../../app/artefacts/shared/side-panel'

describe('the side panel of an artefact', () => {
  test('shows its tabs in one order, whoever comes first', () => {
    const panel = createSidePanel()
    panel.hang({ id: 'positions', name: 'Kannat' })
    const takeDown = panel.hang({ id: 'comments', name: 'Kommentit', count: 2 })
    expect(panel.state().tabs.map(({ name }) => name)).toEqual(['Kommentit', 'Kannat'])
    panel.hang({ id: 'comments', name: 'Kommentit', count: 3 })
    expect(panel.state().tabs[0]?.count).toBe(3)
    takeDown()
    expect(panel.state().tabs.map(({ name }) => name)).toEqual(['Kannat'])
  })

  test('calls the focus in where somebody opens it, not where one of its things takes the focus', () => {
    const panel = createSidePanel()
    panel.show('comments')
    const { called } = panel.state()
    expect(called).toBe(1)
    panel.show('comments', 'thread-1')
    expect(panel.state()).toMatchObject({ called, wish: { tab: 'comments', thing: 'thread-1' } })
    panel.granted()
    expect(panel.state().wish).toBeNull()
  })

  test('lies over the work only while it is open', () => {
    const panel = createSidePanel()
    panel.setOver(true)
    expect(panel.isOver()).toBe(false)
    panel.open('comments')
    expect(panel.isOver()).toBe(true)
    panel.close()
    expect(panel.isOver()).toBe(false)
  })
})
