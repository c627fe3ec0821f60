-- What other programs read, and what tells them: tokens of /api/v1, the list of what was withdrawn, webhooks.

CREATE TABLE "ApiToken" (
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "tokenHash" TEXT NOT NULL,
  "start" TEXT NOT NULL,
  "scopes" TEXT[],
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "createdById" UUID,
  "expiresAt" TIMESTAMPTZ(3),
  "lastUsedAt" TIMESTAMPTZ(3),
  "lastUsedFrom" TEXT NOT NULL DEFAULT '',
  "revokedAt" TIMESTAMPTZ(3),
  "revokedById" UUID,
  CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ApiToken_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT "ApiToken_revokedById_fkey" FOREIGN KEY ("revokedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");
CREATE INDEX "ApiToken_createdById_idx" ON "ApiToken"("createdById");
CREATE INDEX "ApiToken_revokedById_idx" ON "ApiToken"("revokedById");

CREATE TABLE "Withdrawal" (
  "number" BIGSERIAL NOT NULL,
  "id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "articleId" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "reason" TEXT NOT NULL,
  CONSTRAINT "Withdrawal_pkey" PRIMARY KEY ("number"),
  CONSTRAINT "Withdrawal_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Withdrawal_id_key" ON "Withdrawal"("id");
CREATE INDEX "Withdrawal_articleId_idx" ON "Withdrawal"("articleId");

-- What is withdrawn already. Nobody wrote down what else was, and came back.
INSERT INTO "Withdrawal" ("id", "kind", "articleId", "at", "reason")
SELECT gen_random_uuid(), CASE WHEN a.state = 'KILLED' THEN 'article.killed' ELSE 'article.unpublished' END, a.id,
       coalesce(a."killedAt", a."unpublishedAt"), coalesce(a."unpublishReason", '')
FROM "Article" a
WHERE a."unpublishedAt" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Publication" p WHERE p."articleId" = a.id)
ORDER BY coalesce(a."killedAt", a."unpublishedAt"), a.id;

CREATE TABLE "Webhook" (
  "id" UUID NOT NULL,
  "url" TEXT NOT NULL,
  "kinds" TEXT[],
  "isOn" BOOLEAN NOT NULL DEFAULT true,
  "secret" TEXT NOT NULL,
  "formerSecret" TEXT,
  "formerUntil" TIMESTAMPTZ(3),
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "createdById" UUID,
  "failingSince" TIMESTAMPTZ(3),
  "offReason" TEXT NOT NULL DEFAULT '',
  "busyUntil" TIMESTAMPTZ(3),
  "turn" INTEGER NOT NULL DEFAULT 0,
  "version" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Webhook_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "Webhook_createdById_idx" ON "Webhook"("createdById");

CREATE TYPE "WebhookDeliveryState" AS ENUM ('WAITING', 'DELIVERED', 'FAILED', 'DROPPED');

CREATE TABLE "WebhookDelivery" (
  "id" UUID NOT NULL,
  "webhookId" UUID NOT NULL,
  "eventId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "articleId" UUID,
  "detail" JSONB NOT NULL DEFAULT '{}',
  "at" TIMESTAMPTZ(3) NOT NULL,
  "state" "WebhookDeliveryState" NOT NULL DEFAULT 'WAITING',
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "nextTryAt" TIMESTAMPTZ(3),
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "deliveredAt" TIMESTAMPTZ(3),
  CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "WebhookDelivery_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "WebhookDelivery_webhookId_eventId_key" ON "WebhookDelivery"("webhookId", "eventId");
CREATE INDEX "WebhookDelivery_state_nextTryAt_idx" ON "WebhookDelivery"("state", "nextTryAt");
CREATE INDEX "WebhookDelivery_webhookId_createdAt_id_idx" ON "WebhookDelivery"("webhookId", "createdAt" DESC, "id" DESC);
CREATE INDEX "WebhookDelivery_createdAt_idx" ON "WebhookDelivery"("createdAt");

CREATE TABLE "WebhookAttempt" (
  "id" UUID NOT NULL,
  "deliveryId" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "status" INTEGER,
  "milliseconds" INTEGER NOT NULL,
  "answer" TEXT NOT NULL,
  CONSTRAINT "WebhookAttempt_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "WebhookAttempt_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "WebhookDelivery"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "WebhookAttempt_deliveryId_at_idx" ON "WebhookAttempt"("deliveryId", "at");
