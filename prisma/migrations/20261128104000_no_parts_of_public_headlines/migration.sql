-- Nothing has looked for a part of a public headline since other spellings are guessed from "HeadlineWord": the index only made publishing slower.
DROP INDEX "Publication_headline_part";
