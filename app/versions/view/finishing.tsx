import { PackageCard, type Finality } from '../../final-package/view/package-card'
import type { Publication } from '../../publishing/publications.server'
import { PublishingCard } from '../../publishing/view/publishing-card'

export interface FinishingProps {
  /** `/artefacts/ID/versions/3` */
  address: string
  finality: Finality
  /** Of this version; null where it was never published. */
  publication: Publication | null
  baseUrl: string
  may: { export: boolean; publish: boolean }
}

/** What is done with a version in the end: the package for the archive, the public page. */
export function Finishing({ address, finality, publication, baseUrl, may }: FinishingProps) {
  return (
    <div className="flex flex-col gap-6 empty:hidden print:hidden">
      {may.export ? <PackageCard address={address} finality={finality} /> : null}
      <PublishingCard
        address={address}
        isFinal={finality !== 'notFinal'}
        publication={publication}
        baseUrl={baseUrl}
        mayPublish={may.publish}
      />
    </div>
  )
}
