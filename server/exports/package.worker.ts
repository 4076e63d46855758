import { buildPackage } from '../../app/final-package/contents/build-package.server'
import type { PackageSources } from '../../app/final-package/model/sources'
import { serveJobs } from './serve-jobs'

serveJobs(buildPackage satisfies (sources: PackageSources, ...rest: never[]) => unknown)
