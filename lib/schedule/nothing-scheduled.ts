import { Prisma } from '../db/database'

/** The columns of an article that goes out at no time. A note to readers that was written for then stays: it waits for the next one. */
export const NO_TIME_TO_GO_OUT = {
  publishAt: null,
  publishZone: null,
  publishVersion: null,
  publishMetadata: Prisma.DbNull,
  publishOverride: null,
  publishOverridden: [] as string[],
  scheduledById: null,
  scheduledAt: null,
  scheduleFailure: null,
  scheduleAlarmedAt: null,
}

/** As {@link NO_TIME_TO_GO_OUT}, with no note that waits. */
export const NOTHING_TO_GO_OUT = { ...NO_TIME_TO_GO_OUT, publishCorrection: Prisma.DbNull }

export const NOTHING_TO_GO_AWAY = {
  unpublishAt: null,
  unpublishZone: null,
  unpublishAtReason: null,
  unpublishAtById: null,
  unpublishFailure: null,
  unpublishAlarmedAt: null,
} as const
