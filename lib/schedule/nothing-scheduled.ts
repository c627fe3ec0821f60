import { Prisma } from '../db/database'

/** The columns of an article that nothing waits for: neither to go out nor to go away. */
export const NOTHING_TO_GO_OUT = {
  publishAt: null,
  publishZone: null,
  publishVersion: null,
  publishMetadata: Prisma.DbNull,
  publishOverride: null,
  publishOverridden: [] as string[],
  publishCorrection: Prisma.DbNull,
  scheduledById: null,
  scheduledAt: null,
  scheduleFailure: null,
  scheduleAlarmedAt: null,
}

export const NOTHING_TO_GO_AWAY = {
  unpublishAt: null,
  unpublishZone: null,
  unpublishAtReason: null,
  unpublishAtById: null,
  unpublishFailure: null,
  unpublishAlarmedAt: null,
} as const
