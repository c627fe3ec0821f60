import { Badge } from '@/components/ui/badge'
import type { ListedPerson } from '@/lib/people/readers'

/** What somebody proves besides the password, in a word or two. */
export function SecondFactor({ secondFactor }: Pick<ListedPerson, 'secondFactor'>) {
  const words = secondFactorWords(secondFactor)
  return words === '' ? <Badge tone="warn">None</Badge> : <span className="text-ink-soft">{words}</span>
}

/** "Codes of an app, 2 passkeys"; empty where there is none. */
function secondFactorWords({ hasApp, passkeys }: ListedPerson['secondFactor']): string {
  const kinds = [
    hasApp ? 'codes of an app' : '',
    passkeys === 0 ? '' : passkeys === 1 ? 'a passkey' : `${passkeys} passkeys`,
  ].filter((kind) => kind !== '')
  const words = kinds.join(', ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
