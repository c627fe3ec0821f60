-- What a passkey has to sign stands in PasskeyChallenge, whatever it is for.
ALTER TABLE "PendingSignIn" DROP COLUMN "challenge";
