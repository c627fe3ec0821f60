'use client'

import { closeHistory } from '@tiptap/pm/history'
import { useSyncExternalStore } from 'react'
import { useCommands } from '@/components/newsroom/commands/use-commands.client'
import { MenuCheckItem } from '@/components/ui/menu.client'
import { notify } from '@/components/ui/toaster.client'
import { useSurface } from '../surface-context.client'
import { conventionsOf } from './conventions'
import { isSmartTyping, onSmartTyping, setSmartTyping } from './device-switch'
import { withSmartSigns } from './smart-signs'

const NAME = 'Smart quotes and dashes'

/** Offers the commands of smart signs; there is nothing to see. */
export function SmartSignsCommands({ language }: { language: string }) {
  const { editor, facts } = useSurface()
  const isOn = useSyncExternalStore(onSmartTyping, isSmartTyping, () => true)
  const unavailable = facts.can.edit ? undefined : 'You can read this article, but not change it.'

  function everywhere() {
    const { tr, count } = withSmartSigns(editor.state, language)
    if (count === 0) {
      notify.done('There is nothing to change.')
      return
    }
    editor.view.dispatch(closeHistory(tr))
    notify.done(count === 1 ? 'One sign changed.' : `${count} signs changed.`)
  }

  useCommands(
    conventionsOf(language) === null
      ? []
      : [
          {
            id: 'text.smart-signs',
            label: isOn ? `Turn off ${NAME.toLowerCase()}` : `Turn on ${NAME.toLowerCase()}`,
            group: 'Text',
            alsoCalled: 'typography apostrophe ellipsis curly',
            run: () => setSmartTyping(!isOn),
          },
          {
            id: 'text.smart-signs-everywhere',
            label: 'Make quotes and dashes smart in the whole article',
            group: 'Text',
            alsoCalled: 'typography apostrophe ellipsis curly',
            unavailable,
            run: everywhere,
          },
        ],
  )
  return null
}

/** The switch in the menu: remembered on this device. Not there for a language that is left as it is typed. */
export function SmartSignsItem({ language }: { language: string }) {
  const isOn = useSyncExternalStore(onSmartTyping, isSmartTyping, () => true)
  if (conventionsOf(language) === null) return null
  return (
    <MenuCheckItem isChecked={isOn} onChange={setSmartTyping}>
      {NAME}
    </MenuCheckItem>
  )
}
