import type { OrganisationType } from '../../organisation-types'
import type { FlowKind, ItemColour } from './content'

/**
 * The colours of pictures. A picture stands by itself and cannot ask the theme (app/styles/app.css) for its variables,
 * so that its colours are written out; tests/unit/artefacts/cooperation-model/looks.test.ts compares them.
 */
export const inks = {
  paper: '#faf9f5',
  surface: '#ffffff',
  ink: '#17262b',
  inkSoft: '#4a5a60',
  line: '#dedfd8',
  lineStrong: '#7d8b90',
}

export const noteGrounds: Record<ItemColour, string> = {
  paper: '#ffffff',
  yellow: '#fff2bd',
  green: '#dbf1d7',
  blue: '#dbeafa',
  rose: '#fbdde4',
  violet: '#e9e0f8',
}

/** Half-way from a note's ground to white, so that notes stand out from the frame they are in. */
export const frameGrounds: Record<ItemColour, string> = {
  paper: '#ffffff',
  yellow: '#fffae6',
  green: '#f1faef',
  blue: '#f0f6fd',
  rose: '#fdf2f4',
  violet: '#f6f2fc',
}

export const borders: Record<ItemColour, string> = {
  paper: '#c4cbc9',
  yellow: '#dcc568',
  green: '#98c58f',
  blue: '#93b9e2',
  rose: '#e2a1b1',
  violet: '#b9a3df',
}

export const organisationLooks: Record<OrganisationType, { ink: string; ground: string }> = {
  municipality: { ink: '#1d569f', ground: '#e1ecf9' },
  authority: { ink: '#643a99', ground: '#eee6f8' },
  'third-sector': { ink: '#23713a', ground: '#e1f2e4' },
  education: { ink: '#7d5100', ground: '#faeed5' },
  business: { ink: '#9c2f4c', ground: '#fae4ea' },
}

export interface LineLook {
  ink: string
  width: number
  /** As SVG's stroke-dasharray; none is a whole line. */
  dash?: string
  /** Dots rather than dashes. */
  round?: boolean
}

/** What flows is told by the line's style as well as by its colour, and by its word in the legend. */
export const flowLooks: Record<FlowKind, LineLook> = {
  client: { ink: '#0b5563', width: 3.25 },
  information: { ink: '#1d569f', width: 2.25, dash: '9 6' },
  money: { ink: '#7d5100', width: 3.5, dash: '0.1 7.5', round: true },
  decision: { ink: '#643a99', width: 2.25, dash: '16 5 3 5' },
}
