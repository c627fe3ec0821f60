-- Second factors, passkeys, another house's sign-in, and the browsers that somebody has signed in with before.

ALTER TABLE "Session"
  ADD COLUMN "method" TEXT NOT NULL DEFAULT 'password',
  ADD COLUMN "secondFactor" TEXT,
  ADD COLUMN "provenAt" TIMESTAMPTZ(3),
  ADD COLUMN "deviceId" UUID;
UPDATE "Session" SET "provenAt" = "createdAt";
ALTER TABLE "Session" ALTER COLUMN "provenAt" SET NOT NULL;

CREATE TABLE "Device" (
  "id" UUID NOT NULL,
  "personId" UUID NOT NULL,
  "tokenHash" TEXT NOT NULL,
  "userAgent" TEXT NOT NULL DEFAULT '',
  "address" TEXT NOT NULL DEFAULT '',
  "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,
  "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Device_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Device_tokenHash_personId_key" ON "Device"("tokenHash", "personId");
CREATE INDEX "Device_personId_idx" ON "Device"("personId");
CREATE INDEX "Device_lastSeenAt_idx" ON "Device"("lastSeenAt");

CREATE TABLE "PendingSignIn" (
  "id" UUID NOT NULL,
  "tokenHash" TEXT NOT NULL,
  "personId" UUID NOT NULL,
  "method" TEXT NOT NULL,
  "tries" INTEGER NOT NULL DEFAULT 0,
  "challenge" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "PendingSignIn_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "PendingSignIn_tokenHash_key" ON "PendingSignIn"("tokenHash");
CREATE INDEX "PendingSignIn_personId_idx" ON "PendingSignIn"("personId");
CREATE INDEX "PendingSignIn_expiresAt_idx" ON "PendingSignIn"("expiresAt");

CREATE TABLE "TotpSecret" (
  "personId" UUID NOT NULL,
  "sealed" TEXT NOT NULL,
  "confirmedAt" TIMESTAMPTZ(3),
  "lastStep" INTEGER NOT NULL DEFAULT 0,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "TotpSecret_pkey" PRIMARY KEY ("personId")
);

CREATE TABLE "RecoveryCode" (
  "id" UUID NOT NULL,
  "personId" UUID NOT NULL,
  "codeHash" TEXT NOT NULL,
  "usedAt" TIMESTAMPTZ(3),
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "RecoveryCode_personId_codeHash_key" ON "RecoveryCode"("personId", "codeHash");

CREATE TABLE "Passkey" (
  "id" UUID NOT NULL,
  "personId" UUID NOT NULL,
  "credentialId" TEXT NOT NULL,
  "publicKey" BYTEA NOT NULL,
  "counter" BIGINT NOT NULL DEFAULT 0,
  "transports" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
  "isBackedUp" BOOLEAN NOT NULL DEFAULT false,
  "name" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "lastUsedAt" TIMESTAMPTZ(3),
  CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Passkey_credentialId_key" ON "Passkey"("credentialId");
CREATE INDEX "Passkey_personId_idx" ON "Passkey"("personId");

CREATE TABLE "PasskeyChallenge" (
  "id" UUID NOT NULL,
  "tokenHash" TEXT NOT NULL,
  "challenge" TEXT NOT NULL,
  "personId" UUID,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "PasskeyChallenge_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "PasskeyChallenge_tokenHash_key" ON "PasskeyChallenge"("tokenHash");
CREATE INDEX "PasskeyChallenge_expiresAt_idx" ON "PasskeyChallenge"("expiresAt");

CREATE TABLE "ExternalIdentity" (
  "id" UUID NOT NULL,
  "personId" UUID NOT NULL,
  "issuer" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "lastUsedAt" TIMESTAMPTZ(3),
  CONSTRAINT "ExternalIdentity_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ExternalIdentity_issuer_subject_key" ON "ExternalIdentity"("issuer", "subject");
CREATE INDEX "ExternalIdentity_personId_idx" ON "ExternalIdentity"("personId");

CREATE TABLE "OidcRequest" (
  "id" UUID NOT NULL,
  "tokenHash" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "nonce" TEXT NOT NULL,
  "codeVerifier" TEXT NOT NULL,
  "issuer" TEXT NOT NULL,
  "next" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "OidcRequest_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "OidcRequest_tokenHash_key" ON "OidcRequest"("tokenHash");
CREATE INDEX "OidcRequest_expiresAt_idx" ON "OidcRequest"("expiresAt");

ALTER TABLE "Session" ADD CONSTRAINT "Session_deviceId_fkey" FOREIGN KEY ("deviceId") REFERENCES "Device"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Session_deviceId_idx" ON "Session"("deviceId");
ALTER TABLE "Device" ADD CONSTRAINT "Device_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PendingSignIn" ADD CONSTRAINT "PendingSignIn_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "TotpSecret" ADD CONSTRAINT "TotpSecret_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PasskeyChallenge" ADD CONSTRAINT "PasskeyChallenge_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ExternalIdentity" ADD CONSTRAINT "ExternalIdentity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
