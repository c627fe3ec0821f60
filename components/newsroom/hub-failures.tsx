import { Callout } from '@/components/ui/callout'
import type { HubFailure } from '@/lib/websub/list-hub-failures'

/** The feeds of which the hub was not told; nothing where it heard of all. */
export function HubFailures({ failures }: { failures: readonly HubFailure[] }) {
  if (failures.length === 0) return null
  return (
    <Callout tone="danger" className="mb-6" title="The hub was not told that feeds have changed">
      <p>Whoever follows them through the hub gets the news late. Its address is under Settings.</p>
      <ul className="mt-2 list-disc pl-5">
        {failures.map(({ topic, why, isGivenUp }) => (
          <li key={topic} className="break-words">
            <code>{topic}</code>: {why}{' '}
            {isGivenUp ? 'Nobody tries again until the feed changes again.' : 'We go on trying.'}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
