import type { OrganisationType } from '../../artefacts/organisation-types'

/** The ink of each organisation type; its shape always stands beside it. */
export const typeInk: Record<OrganisationType, string> = {
  municipality: 'text-municipality',
  authority: 'text-authority',
  'third-sector': 'text-third-sector',
  education: 'text-education',
  business: 'text-business',
}
