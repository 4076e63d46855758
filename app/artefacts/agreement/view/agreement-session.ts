import type { ArtefactSession } from '../../../sync/session'
import type { Agreement } from '../model/content'

export type AgreementSession = ArtefactSession<Agreement>

/** The shared document of an open agreement. */
export type LiveAgreement = NonNullable<ReturnType<AgreementSession['live']>>
