import type { OrganisationType } from './organisation-types'

/** Each type's own shape as an SVG path within a 16 × 16 box, so that type is never told by colour alone. */
export const organisationShapes: Record<OrganisationType, string> = {
  municipality: 'M8 1 14.5 5v6L8 15 1.5 11V5Z',
  authority: 'M2 2h12v12H2Z',
  'third-sector': 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Z',
  education: 'M8 1.5 15 14H1Z',
  business: 'M8 .8 15.2 8 8 15.2.8 8Z',
}
