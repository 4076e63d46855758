import { byLabel, counter, type MetricFamily, type Sample } from '../metrics/family'
import { Histogram, latencyBounds, sizeBounds } from '../metrics/histogram'
import type { JobName } from './content-jobs'
import type { UpdateRefusal } from './messages'

/** What the parts of the sync server count. Called for each message: nothing here may wait or allocate. */
export interface SyncMetrics {
  received(bytes: number): void
  sent(messages: number, bytes: number): void
  /** Milliseconds from accepting an update until all sockets had been handed it. */
  fannedOut(milliseconds: number): void
  /** Milliseconds from accepting an update until its receipt. */
  receipt(milliseconds: number): void
  committed(milliseconds: number, rows: number, bytes: number): void
  commitFailed(): void
  /** Somebody was refused: `event` as the log calls it, one word of a short list why. */
  refused(event: string, reason: string): void
  updateRefused(reason: UpdateRefusal): void
  /** A connection was closed by us. */
  closed(code: number, reason: string): void
  compacted(milliseconds: number): void
  compactionFailed(): void
  jobDone(name: JobName, milliseconds: number): void
  jobFailed(name: JobName): void
}

export class SyncMeters implements SyncMetrics {
  private messagesIn = 0
  private bytesIn = 0
  private messagesOut = 0
  private bytesOut = 0
  private readonly fanOut = new Histogram(latencyBounds)
  private readonly receipts = new Histogram(latencyBounds)
  private readonly commits = new Histogram(latencyBounds)
  private readonly commitBytes = new Histogram(sizeBounds)
  private rows = 0
  private failedCommits = 0
  private readonly refusals = new Map<string, Sample>()
  private readonly refusedUpdates = new Map<string, number>()
  private readonly closings = new Map<string, Sample>()
  private readonly compactions = new Histogram(latencyBounds)
  private failedCompactions = 0
  private readonly jobs = new Map<string, number>()
  private readonly jobSeconds = new Map<string, number>()
  private readonly failedJobs = new Map<string, number>()

  received(bytes: number): void {
    this.messagesIn += 1
    this.bytesIn += bytes
  }

  sent(messages: number, bytes: number): void {
    this.messagesOut += messages
    this.bytesOut += bytes
  }

  fannedOut(milliseconds: number): void {
    this.fanOut.observe(milliseconds / 1000)
  }

  receipt(milliseconds: number): void {
    this.receipts.observe(milliseconds / 1000)
  }

  committed(milliseconds: number, rows: number, bytes: number): void {
    this.commits.observe(milliseconds / 1000)
    this.commitBytes.observe(bytes)
    this.rows += rows
  }

  commitFailed(): void {
    this.failedCommits += 1
  }

  refused(event: string, reason: string): void {
    raiseSample(this.refusals, { event, reason })
  }

  updateRefused(reason: UpdateRefusal): void {
    raise(this.refusedUpdates, reason)
  }

  closed(code: number, reason: string): void {
    raiseSample(this.closings, { code, reason })
  }

  compacted(milliseconds: number): void {
    this.compactions.observe(milliseconds / 1000)
  }

  compactionFailed(): void {
    this.failedCompactions += 1
  }

  jobDone(name: JobName, milliseconds: number): void {
    raise(this.jobs, name)
    raise(this.jobSeconds, name, milliseconds / 1000)
  }

  jobFailed(name: JobName): void {
    raise(this.failedJobs, name)
  }

  families(): MetricFamily[] {
    return [
      counter('sync_received_messages_total', 'Messages from browsers.', this.messagesIn),
      counter('sync_received_bytes_total', 'Bytes of messages from browsers.', this.bytesIn),
      counter('sync_sent_messages_total', 'Messages to browsers, for each receiver.', this.messagesOut),
      counter('sync_sent_bytes_total', 'Bytes of frames to browsers, for each receiver.', this.bytesOut),
      this.fanOut.family('sync_fan_out_seconds', 'From accepting an update until all sockets had been handed it.'),
      this.receipts.family('sync_receipt_seconds', 'From accepting an update until its receipt: it is on disk.'),
      this.commits.family('sync_commit_seconds', 'One transaction of the edit log, with its fsync.'),
      this.commitBytes.family('sync_commit_bytes', 'Bytes of updates in one transaction.'),
      counter('sync_committed_updates_total', 'Updates written to the edit log.', this.rows),
      counter('sync_failed_commits_total', 'Transactions that the disk did not take, each tried again.', this.failedCommits),
      counter('sync_refused_updates_total', 'Updates that were not taken.', byLabel('reason', this.refusedUpdates)),
      counter('sync_refusals_total', 'Who was refused at the door or for what they sent.', [...this.refusals.values()]),
      counter('sync_closes_total', 'Connections closed by the server.', [...this.closings.values()]),
      this.compactions.family('sync_compaction_seconds', 'Making base and log of a document into one base.'),
      counter('sync_failed_compactions_total', 'Compactions that left all as it was.', this.failedCompactions),
      counter('sync_jobs_total', 'Jobs done by content workers.', byLabel('job', this.jobs)),
      counter('sync_job_seconds_total', 'Time that those jobs took.', byLabel('job', this.jobSeconds)),
      counter('sync_failed_jobs_total', 'Jobs of content workers that failed.', byLabel('job', this.failedJobs)),
    ]
  }
}

function raiseSample(samples: Map<string, Sample>, labels: Record<string, string | number>): void {
  const key = Object.values(labels).join(' ')
  const found = samples.get(key)
  if (found) found.value += 1
  else samples.set(key, { labels, value: 1 })
}

function raise(counts: Map<string, number>, key: string, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}
