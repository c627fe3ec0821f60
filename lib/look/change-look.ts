import { z } from 'zod'
import type { Transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { type ChangeResult, changeGroup } from '../settings/change-group'
import { refusal } from '../shelves/refusal'
import { LOOK } from './look'
import { LookSettings } from './look-settings'
import { lookInWords } from './look-words'

/** In pixels. */
const WIDTH_LEAST = 320

export const ChangeLook = z.strictObject({
  ...LookSettings.shape,
  /** The look that the person saw: what is as it was there is left alone. */
  seen: LookSettings,
})

/**
 * Changes how readers' pages look. A picture that becomes the logo is public from then on, and one that was it no longer.
 * @throws Invalid when a picture does not exist or is too small
 */
export async function changeLook(
  actor: Actor,
  { seen, ...wanted }: z.output<typeof ChangeLook>,
): Promise<ChangeResult<LookSettings>> {
  return changeGroup(actor, LOOK, {
    seen,
    wanted,
    check: async (tx, changed) => {
      for (const name of ['logo', 'logoDark'] as const)
        if (changed.includes(name) && wanted[name] !== '') await assertFit(tx, name, wanted[name])
    },
    inRecord: async (tx, name, values) =>
      name === 'logo' || name === 'logoDark'
        ? ((await fileNameOf(tx, values[name])) ?? '')
        : lookInWords(name, values[name]),
  })
}

/** @throws Invalid when there is no such picture, or when it would be a blur */
async function assertFit(tx: Transaction, name: 'logo' | 'logoDark', mediaId: string): Promise<void> {
  const asset = await tx.mediaAsset.findUnique({ where: { id: mediaId }, select: { width: true } })
  if (asset === null) throw refusal(name, 'unknown', 'This picture does not exist any more.')
  if (asset.width < WIDTH_LEAST)
    throw refusal(
      name,
      'narrow',
      `This picture is ${asset.width} pixels wide. A logo needs ${WIDTH_LEAST}, so that it is sharp.`,
    )
}

/** Null where there is no such picture. */
async function fileNameOf(tx: Transaction, mediaId: string): Promise<string | null> {
  if (mediaId === '') return null
  const asset = await tx.mediaAsset.findUnique({ where: { id: mediaId }, select: { fileName: true } })
  return asset?.fileName ?? null
}
