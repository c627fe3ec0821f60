'use client'

import { KeyRound, Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table'
import { notify } from '@/components/ui/toaster.client'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { ListedToken } from '@/lib/api/list-tokens'
import type { Scope } from '@/lib/api/scopes'
import { ShownOnce } from './shown-once.client'
import type { TokenActions } from './token-actions'
import { TokenDialog } from './token-dialog.client'

type TokensListProps = { tokens: readonly ListedToken[]; scopes: readonly Scope[]; now: Date; actions: TokenActions }

/** Every token, by its first letters, with who made it and when it was used. */
export function TokensList({ tokens, scopes, now, actions }: TokensListProps) {
  const router = useRouter()
  const [isAdding, setIsAdding] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  const addButton = (
    <Button variant="primary" icon={<Plus aria-hidden="true" className="size-4" />} onClick={() => setIsAdding(true)}>
      New token
    </Button>
  )
  return (
    <>
      {tokens.length === 0 ? (
        <EmptyState
          icon={<KeyRound aria-hidden="true" />}
          title="No tokens yet"
          actions={addButton}
          className="rounded-lg border border-line"
        >
          A program that has a token reads what readers have, and which articles were withdrawn.
        </EmptyState>
      ) : (
        <>
          <div className="mb-4 flex justify-end">{addButton}</div>
          <Table label="Tokens">
            <TableHead>
              <TableHeading>Token</TableHeading>
              <TableHeading>May read</TableHeading>
              <TableHeading>Made</TableHeading>
              <TableHeading>Last used</TableHeading>
              <TableHeading>Ends</TableHeading>
              <TableHeading>
                <VisuallyHidden>Actions</VisuallyHidden>
              </TableHeading>
            </TableHead>
            <TableBody>
              {tokens.map((token) => (
                <TokenRow key={token.id} token={token} now={now} revoke={actions.revoke} />
              ))}
            </TableBody>
          </Table>
        </>
      )}
      {isAdding ? (
        <TokenDialog
          scopes={scopes}
          create={actions.create}
          onClose={() => setIsAdding(false)}
          onMade={(token) => {
            setIsAdding(false)
            setMade(token)
            router.refresh()
          }}
        />
      ) : null}
      {made === null ? null : (
        <ShownOnce
          title="The new token"
          label="Token"
          secret={made}
          hint="The program sends it in a header: Authorization: Bearer, a space, and this."
          onClose={() => setMade(null)}
        />
      )}
    </>
  )
}

function TokenRow({ token, now, revoke }: { token: ListedToken; now: Date; revoke: TokenActions['revoke'] }) {
  const router = useRouter()
  const { id, name, start, scopes, createdAt, maker, isMakerHere, expiresAt, lastUsedAt, lastUsedFrom, state } = token

  async function end(): Promise<string | undefined> {
    const result = await revoke({ id })
    if (!result.ok) return result.problem.message
    notify.done('The token has ended')
    router.refresh()
    return undefined
  }

  return (
    <TableRow className={state === 'works' ? undefined : 'text-ink-soft'}>
      <TableCell className="wrap-anywhere">
        <span className="font-medium">{name}</span>
        <code className="block text-ink-faint text-xs">{start}…</code>
      </TableCell>
      <TableCell label="May read" className="text-ink-soft">
        {scopes.join(', ')}
      </TableCell>
      <TableCell label="Made" className="wrap-anywhere text-ink-soft">
        <RelativeTime at={createdAt} now={now} />
        {maker === '' ? null : ` by ${maker}${isMakerHere ? '' : ', who has left'}`}
      </TableCell>
      <TableCell label="Last used" className="wrap-anywhere text-ink-soft">
        {lastUsedAt === null ? (
          'Never'
        ) : (
          <>
            <RelativeTime at={lastUsedAt} now={now} /> from {lastUsedFrom}
          </>
        )}
      </TableCell>
      <TableCell label="Ends" className="text-ink-soft">
        <Ending state={state} expiresAt={expiresAt} now={now} />
      </TableCell>
      <TableCell className="md:text-right">
        {state === 'revoked' ? null : (
          <ConfirmDialog
            trigger={
              <Button size="small" aria-label={`Revoke ${name}`}>
                Revoke
              </Button>
            }
            title={`Revoke “${name}”?`}
            confirmLabel="Revoke"
            isDangerous
            onConfirm={end}
          >
            Whatever uses it is refused from its next question on. It cannot be brought back: make another one.
          </ConfirmDialog>
        )}
      </TableCell>
    </TableRow>
  )
}

function Ending({ state, expiresAt, now }: Pick<ListedToken, 'state' | 'expiresAt'> & { now: Date }) {
  if (state === 'revoked') return <Badge>Revoked</Badge>
  if (state === 'expired') return <Badge tone="warn">Expired</Badge>
  return expiresAt === null ? <Badge tone="warn">Never</Badge> : <RelativeTime at={expiresAt} now={now} />
}
