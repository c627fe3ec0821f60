-- Links that sign in once, in the browser that asked, and changes of the address that somebody signs in with.

CREATE TABLE "SignInLink" (
  "id" UUID NOT NULL,
  "personId" UUID NOT NULL,
  "tokenHash" TEXT NOT NULL,
  "browserHash" TEXT NOT NULL,
  "next" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  "usedAt" TIMESTAMPTZ(3),
  CONSTRAINT "SignInLink_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SignInLink_tokenHash_key" ON "SignInLink"("tokenHash");
CREATE INDEX "SignInLink_personId_idx" ON "SignInLink"("personId");
CREATE INDEX "SignInLink_expiresAt_idx" ON "SignInLink"("expiresAt");
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_personId_fkey"
  FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "EmailChange" (
  "id" UUID NOT NULL,
  "personId" UUID NOT NULL,
  "sessionId" UUID,
  "oldEmail" TEXT NOT NULL,
  "newEmail" TEXT NOT NULL,
  "confirmHash" TEXT NOT NULL,
  "undoHash" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  "confirmedAt" TIMESTAMPTZ(3),
  "undoneAt" TIMESTAMPTZ(3),
  CONSTRAINT "EmailChange_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "EmailChange_confirmHash_key" ON "EmailChange"("confirmHash");
CREATE UNIQUE INDEX "EmailChange_undoHash_key" ON "EmailChange"("undoHash");
CREATE INDEX "EmailChange_personId_idx" ON "EmailChange"("personId");
CREATE INDEX "EmailChange_expiresAt_idx" ON "EmailChange"("expiresAt");
ALTER TABLE "EmailChange" ADD CONSTRAINT "EmailChange_personId_fkey"
  FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
