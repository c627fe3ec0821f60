-- Roles are rows: the four that everybody knows, and the paper's own.

-- The table takes the name of the type.
ALTER TABLE "Person" ALTER COLUMN "role" TYPE TEXT USING "role"::text;
DROP TYPE "Role";

CREATE TABLE "Role" (
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "description" TEXT NOT NULL DEFAULT '',
  "isBuiltIn" BOOLEAN NOT NULL DEFAULT false,
  "grants" JSONB NOT NULL DEFAULT '{}',
  "needsSecondFactor" BOOLEAN NOT NULL DEFAULT false,
  "graceDays" INTEGER NOT NULL DEFAULT 7,
  "secondFactorSince" TIMESTAMPTZ(3),
  "version" INTEGER NOT NULL DEFAULT 0,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Role_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Role_name_key" ON "Role"("name");

INSERT INTO "Role" ("id", "name", "description", "isBuiltIn", "createdAt") VALUES
  ('REPORTER', 'Reporter', 'Writes articles and files them.', true, '2026-01-01T00:00:00Z'),
  ('EDITOR', 'Editor', 'Edits every article, publishes and unpublishes.', true, '2026-01-01T00:00:00Z'),
  ('ADMINISTRATOR', 'Administrator', 'Does what editors do, and manages people.', true, '2026-01-01T00:00:00Z'),
  ('LAWYER', 'Lawyer', 'Reads every article, comments, and signs what needs a lawyer.', true, '2026-01-01T00:00:00Z');

-- Since when somebody has had their role: how long they have left to set up what it needs counts from there.
ALTER TABLE "Person" ADD COLUMN "roleSince" TIMESTAMPTZ(3);
UPDATE "Person" SET "roleSince" = "createdAt";
ALTER TABLE "Person" ALTER COLUMN "roleSince" SET NOT NULL;
ALTER TABLE "Person" ALTER COLUMN "roleSince" SET DEFAULT CURRENT_TIMESTAMP;

CREATE INDEX "Person_role_idx" ON "Person"("role");
ALTER TABLE "Person" ADD CONSTRAINT "Person_role_fkey" FOREIGN KEY ("role") REFERENCES "Role"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
