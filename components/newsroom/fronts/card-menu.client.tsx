'use client'

import { ArrowDown, ArrowUp, ExternalLink, Lock, LockOpen, MoveRight, Pencil, Pin, Replace, X } from 'lucide-react'
import { shortcutText } from '@/components/editor/shortcut-text'
import { useMay } from '@/components/newsroom/may.client'
import { MenuItem, MenuLink, MenuSeparator, SharedMenu } from '@/components/ui/menu.client'
import { type MenuSubject, useFrontDesk } from './front-desk.client'
import { placeNextTo, whereIs } from './places'
import { useCardMoves } from './use-card-moves.client'

/** One menu for all places: what it offers depends on what stands there. */
export function CardMenu() {
  const { menu } = useFrontDesk()
  return (
    <SharedMenu handle={menu}>
      {(subject) => (subject.kind === 'card' ? <OfCard cardId={subject.cardId} /> : <OfRule subject={subject} />)}
    </SharedMenu>
  )
}

function OfCard({ cardId }: { cardId: string }) {
  const { state, ask } = useFrontDesk()
  const { step, lock, remove } = useCardMoves(cardId)
  const found = whereIs(state.layout, cardId)
  if (found === null) return null
  const { card } = found
  const canStep = (by: 1 | -1) => placeNextTo(state.layout, cardId, by) !== null
  return (
    <>
      <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => ask({ kind: 'card', ...found })}>
        Edit the card…
      </MenuItem>
      <MenuItem
        icon={<ArrowUp aria-hidden="true" />}
        shortcut={shortcutText('Alt-↑')}
        disabled={!canStep(-1)}
        onSelect={() => step(-1)}
      >
        Move up
      </MenuItem>
      <MenuItem
        icon={<ArrowDown aria-hidden="true" />}
        shortcut={shortcutText('Alt-↓')}
        disabled={!canStep(1)}
        onSelect={() => step(1)}
      >
        Move down
      </MenuItem>
      <MenuItem icon={<MoveRight aria-hidden="true" />} onSelect={() => ask({ kind: 'move', cardId })}>
        Move to another place…
      </MenuItem>
      {card.isLocked ? (
        <MenuItem icon={<LockOpen aria-hidden="true" />} onSelect={() => lock(false)}>
          Unlock this place
        </MenuItem>
      ) : (
        <MenuItem icon={<Lock aria-hidden="true" />} onSelect={() => lock(true)}>
          Lock this place
        </MenuItem>
      )}
      <OpenArticle articleId={card.articleId} />
      <MenuSeparator />
      <MenuItem icon={<X aria-hidden="true" />} shortcut="Del" isDangerous onSelect={remove}>
        Take away
      </MenuItem>
    </>
  )
}

function OfRule({ subject }: { subject: Extract<MenuSubject, { kind: 'ruled' }> }) {
  const { put, ask } = useFrontDesk()
  const { containerId, place, articleId, headline } = subject
  return (
    <>
      <MenuItem icon={<Pin aria-hidden="true" />} onSelect={() => put({ id: articleId, headline }, containerId, place)}>
        Keep it here
      </MenuItem>
      <MenuItem icon={<Replace aria-hidden="true" />} onSelect={() => ask({ kind: 'fillPlace', containerId, place })}>
        Put another article here…
      </MenuItem>
      <OpenArticle articleId={articleId} />
    </>
  )
}

function OpenArticle({ articleId }: { articleId: string }) {
  if (!useMay('article.read')) return null
  return (
    <MenuLink href={`/desk/articles/${articleId}`} icon={<ExternalLink aria-hidden="true" />}>
      Open the article
    </MenuLink>
  )
}
