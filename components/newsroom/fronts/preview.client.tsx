'use client'

import { ExternalLink, Monitor, Smartphone } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { classes } from '@/components/ui/classes'
import { IconButton } from '@/components/ui/icon-button.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import type { FrontKey } from '@/lib/fronts/front-key'
import { readZonedTime } from '@/lib/schedule/zoned-time'

/** How wide readers' windows are, in CSS pixels. */
const WIDTHS = { phone: 390, desk: 1280 } as const

/** A front as readers would have it, in the site's own look, now or at a time to come. */
export function Preview({
  frontKey,
  edition,
  stamp,
  zone,
  className,
}: {
  frontKey: FrontKey
  /** Null for what is being laid out. */
  edition: number | null
  /** Another one when there is something new to see. */
  stamp: string
  zone: string
  className?: string
}) {
  const [device, setDevice] = useState<keyof typeof WIDTHS>('desk')
  const [when, setWhen] = useState<'now' | 'then'>('now')
  const [local, setLocal] = useState('')
  const at = when === 'then' ? instantOf(local, zone) : null
  const query = new URLSearchParams({
    ...(at === null ? {} : { at: at.toISOString() }),
    ...(edition === null ? {} : { edition: String(edition) }),
  })
  const address = `/desk/fronts/${frontKey}/preview${query.size === 0 ? '' : `?${query}`}`
  return (
    <div className={classes('flex min-h-0 flex-col gap-2', className)}>
      <div className="flex flex-wrap items-center gap-2">
        <fieldset className="flex rounded-md border border-line">
          <legend className="sr-only">How wide</legend>
          <IconButton
            label="As on a desk: 1280 pixels wide"
            icon={<Monitor aria-hidden="true" className="size-4" />}
            pressed={device === 'desk'}
            onClick={() => setDevice('desk')}
          />
          <IconButton
            label="As on a phone: 390 pixels wide"
            icon={<Smartphone aria-hidden="true" className="size-4" />}
            pressed={device === 'phone'}
            onClick={() => setDevice('phone')}
          />
        </fieldset>
        <Select
          aria-label="When"
          className="w-32"
          value={when}
          onChange={(event) => setWhen(event.target.value === 'now' ? 'now' : 'then')}
        >
          <option value="now">Now</option>
          <option value="then">At a time</option>
        </Select>
        {when === 'now' ? null : (
          <Input
            type="datetime-local"
            aria-label={`Day and time in ${zone.replaceAll('_', ' ')}`}
            title={`In the paper’s time: ${zone.replaceAll('_', ' ')}`}
            className="w-52"
            value={local}
            onChange={(event) => setLocal(event.target.value.slice(0, 16))}
          />
        )}
        <a
          href={address}
          target="_blank"
          rel="noreferrer"
          className="ml-auto inline-flex items-center gap-1.5 text-ink-soft text-sm hover:text-ink touch:min-h-11"
        >
          <ExternalLink aria-hidden="true" className="size-4" />
          In a window of its own
        </a>
      </div>
      {when === 'then' && at === null ? (
        <p role="status" className="text-ink-soft text-sm">
          Give a day and a time: until then it shows what is so now.
        </p>
      ) : null}
      <Frame address={address} stamp={stamp} width={WIDTHS[device]} />
    </div>
  )
}

/** As wide as readers’ windows, and as small as there is room. */
function Frame({ address, stamp, width }: { address: string; stamp: string; width: number }) {
  const box = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const [room, setRoom] = useState<{ width: number; height: number } | null>(null)
  const shown = useRef(stamp)

  useEffect(() => {
    const element = box.current
    if (element === null) return
    const watch = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])

  // Loading it again keeps where it was scrolled to.
  useEffect(() => {
    if (shown.current === stamp) return
    shown.current = stamp
    frame.current?.contentWindow?.location.reload()
  }, [stamp])

  const scale = room === null ? 1 : Math.min(1, room.width / width)
  return (
    <div ref={box} className="relative min-h-96 flex-1 overflow-hidden rounded-lg border border-line bg-sunken">
      {room === null ? null : (
        <iframe
          ref={frame}
          title="Preview"
          src={address}
          style={{
            width,
            height: room.height / scale,
            transform: `scale(${scale})`,
            left: Math.max(0, (room.width - width * scale) / 2),
          }}
          className="absolute top-0 origin-top-left border-0 bg-white"
        />
      )}
    </div>
  )
}

/** Of what clocks show twice the first; what they skip is the moment after. Null while it is not whole. */
function instantOf(local: string, zone: string): Date | null {
  const time = local === '' ? null : readZonedTime(local, zone)
  if (time === null) return null
  return time.kind === 'once' ? time.at : time.kind === 'twice' ? time.earlier : time.later
}
