import { getVersion, sendableSteps } from 'prosemirror-collab'
import { Node, Slice } from 'prosemirror-model'
import type { Plugin } from 'prosemirror-state'
import { ReplaceStep, Step } from 'prosemirror-transform'
import { asIs } from '../suggesting/as-is'
import type { Snapshot, UnsentStep } from './drafts'
import type { EditorHost } from './editor-host'
import { receive } from './rebase'
import { applyAll } from './received-steps'

/**
 * Brings a fresh editor to a snapshot and answers the confirmed document in the editor's own schema. What is confirmed
 * comes as a change from outside, so that it can be neither undone nor sent again.
 *
 * @throws when the editor's document is another one
 */
export function bringTo(host: EditorHost, collab: Plugin, { version, document, steps }: Snapshot): Node {
  const confirmed = Node.fromJSON(host.state.schema, document)
  catchUp(host, collab, confirmed, version - getVersion(host.state))
  if (sendableSteps(host.state) !== null) return confirmed
  typeAgain(host, steps)
  const shown = applyAll(
    confirmed,
    steps.map(({ step }) => Step.fromJSON(host.state.schema, step)),
  )
  if (!shown.eq(host.state.doc)) throw new Error('The editor does not show the document that it was given')
  return confirmed
}

/** One step puts the whole document in; as many as are missing count the version up. */
function catchUp(host: EditorHost, collab: Plugin, confirmed: Node, behind: number): void {
  if (behind <= 0) return
  const whole = new ReplaceStep(0, host.state.doc.content.size, new Slice(confirmed.content, 0, 0))
  const nothing = new ReplaceStep(0, 0, Slice.empty)
  const steps = [whole, ...Array.from({ length: behind - 1 }, () => nothing)]
  host.dispatch(receive(host.state, collab, steps, 0).transaction)
}

/** One transaction for each action, so that they are still sent whole. */
function typeAgain(host: EditorHost, steps: readonly UnsentStep[]): void {
  for (let at = 0; at < steps.length; ) {
    const transaction = asIs(host.state.tr.setMeta('addToHistory', false))
    do transaction.step(Step.fromJSON(host.state.schema, steps[at++]?.step))
    while (at < steps.length && !steps[at]?.isFirstOfAction)
    host.dispatch(transaction)
  }
}
