import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

const tones = {
  info: { look: 'border-accent bg-accent-soft', icon: Info, ink: 'text-accent-strong' },
  positive: { look: 'border-positive bg-positive-soft', icon: CircleCheck, ink: 'text-positive' },
  caution: { look: 'border-caution bg-caution-soft', icon: TriangleAlert, ink: 'text-caution' },
  danger: { look: 'border-danger bg-danger-soft', icon: CircleAlert, ink: 'text-danger' },
}

interface NoticeProps {
  tone?: keyof typeof tones
  title?: string
  children?: ReactNode
  /** Read out when it appears: `alert` at once, `status` when the reader is idle. */
  role?: 'alert' | 'status'
}

/** Something to know, on the page where it matters. */
export function Notice({ tone = 'info', title, children, role }: NoticeProps) {
  const { look, icon: Icon, ink } = tones[tone]
  return (
    <div role={role} className={`flex gap-3 rounded-md border-l-4 p-4 ${look}`}>
      <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${ink}`} />
      <div className="min-w-0">
        {title ? <p className="font-bold">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
