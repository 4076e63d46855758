import { useTranslate } from '../../i18n/use-translate'
import type { QrPicture } from '../qr.server'

/** A QR code, dark on white on any ground. It says in words where it leads. */
export function QrCode({
  picture,
  address,
  className,
}: {
  picture: QrPicture
  address: string
  className?: string
}) {
  const t = useTranslate('workshops')
  return (
    <svg
      role="img"
      aria-label={t('invite.qr', { address })}
      viewBox={`0 0 ${picture.size} ${picture.size}`}
      shapeRendering="crispEdges"
      className={`rounded-md bg-white ${className ?? ''}`}
    >
      <path d={picture.path} className="fill-ink" />
    </svg>
  )
}
