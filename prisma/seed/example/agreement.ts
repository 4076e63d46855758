import { agreement } from '../../../app/artefacts/agreement/model/compose'
import type { Agreement } from '../../../app/artefacts/agreement/model/content'
import { foundationClauses } from './agreement/foundation'
import { governanceClauses } from './agreement/governance'
import { serviceClauses } from './agreement/service'
import { termClauses } from './agreement/terms'

/** The example project's draft of its partnership agreement, all clauses worded. */
export const exampleAgreement: Agreement = agreement(
  ...foundationClauses,
  ...serviceClauses,
  ...governanceClauses,
  ...termClauses,
)
