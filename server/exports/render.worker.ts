import { writePicture } from '../../app/exports/picture/write-picture.server'
import { redline } from '../../app/exports/redline/redline'
import { writeDocument } from '../../app/exports/write-document.server'
import type { Job } from './jobs'
import { serveJobs } from './serve-jobs'

serveJobs(async (job: Job) => {
  switch (job.type) {
    case 'document':
      return writeDocument(job.format, job.document, job.language)
    case 'redline': {
      const tree = redline(job.before, job.document.tree, job.change)
      return writeDocument('docx', { ...job.document, tree }, job.language)
    }
    case 'picture':
      return writePicture(job.svg, job.format, job.width)
  }
})
