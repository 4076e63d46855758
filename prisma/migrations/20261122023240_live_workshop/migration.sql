-- CreateTable
CREATE TABLE "InvitedOrganisation" (
    "workshopId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,

    PRIMARY KEY ("workshopId", "organisationId"),
    CONSTRAINT "InvitedOrganisation_workshopId_fkey" FOREIGN KEY ("workshopId") REFERENCES "Workshop" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "InvitedOrganisation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkshopStep" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workshopId" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "instructions" TEXT NOT NULL DEFAULT '',
    "minutes" INTEGER,
    "artefactId" TEXT,
    "place" TEXT NOT NULL DEFAULT '',
    "may" TEXT NOT NULL,
    "settings" TEXT NOT NULL DEFAULT '{}',
    "revealedAt" DATETIME,
    "votesClosedAt" DATETIME,
    "resultsShownAt" DATETIME,
    CONSTRAINT "WorkshopStep_workshopId_fkey" FOREIGN KEY ("workshopId") REFERENCES "Workshop" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "WorkshopStep_artefactId_fkey" FOREIGN KEY ("artefactId") REFERENCES "Artefact" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkshopRun" (
    "workshopId" TEXT NOT NULL PRIMARY KEY,
    "stage" TEXT NOT NULL DEFAULT 'running',
    "stepId" TEXT,
    "stepEndsAt" DATETIME,
    "pausedLeftMs" INTEGER,
    "turn" INTEGER NOT NULL DEFAULT 0,
    "startedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" DATETIME,
    "reactions" BOOLEAN NOT NULL DEFAULT true,
    "call" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "WorkshopRun_workshopId_fkey" FOREIGN KEY ("workshopId") REFERENCES "Workshop" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StepRun" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "workshopId" TEXT NOT NULL,
    "stepId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "StepRun_workshopId_fkey" FOREIGN KEY ("workshopId") REFERENCES "Workshop" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attendee" (
    "workshopId" TEXT NOT NULL,
    "participantKey" TEXT NOT NULL,
    "firstSeenAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "handRaisedAt" DATETIME,
    "mayBeNamed" BOOLEAN NOT NULL DEFAULT false,

    PRIMARY KEY ("workshopId", "participantKey"),
    CONSTRAINT "Attendee_workshopId_fkey" FOREIGN KEY ("workshopId") REFERENCES "Workshop" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BreakoutGroup" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "stepId" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "frame" TEXT,
    CONSTRAINT "BreakoutGroup_stepId_fkey" FOREIGN KEY ("stepId") REFERENCES "WorkshopStep" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BreakoutMember" (
    "groupId" TEXT NOT NULL,
    "participantKey" TEXT NOT NULL,

    PRIMARY KEY ("groupId", "participantKey"),
    CONSTRAINT "BreakoutMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "BreakoutGroup" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Ballot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "stepId" TEXT NOT NULL,
    "voterKey" TEXT NOT NULL,
    "voterName" TEXT NOT NULL DEFAULT '',
    "organisationType" TEXT NOT NULL DEFAULT '',
    "dots" TEXT NOT NULL,
    "castAt" DATETIME NOT NULL,
    CONSTRAINT "Ballot_stepId_fkey" FOREIGN KEY ("stepId") REFERENCES "WorkshopStep" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workshopId" TEXT NOT NULL,
    "stepId" TEXT,
    "order" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "organisationId" TEXT,
    "organisationName" TEXT NOT NULL DEFAULT '',
    "due" TEXT NOT NULL DEFAULT '',
    "sourceArtefactId" TEXT,
    "sourceId" TEXT,
    "sourceText" TEXT NOT NULL DEFAULT '',
    "dots" INTEGER,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Decision_workshopId_fkey" FOREIGN KEY ("workshopId") REFERENCES "Workshop" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Decision_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DecisionCarried" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "decisionId" TEXT NOT NULL,
    "artefactId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "DecisionCarried_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "DecisionCarried_artefactId_fkey" FOREIGN KEY ("artefactId") REFERENCES "Artefact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Feedback" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workshopId" TEXT NOT NULL,
    "givenBy" TEXT NOT NULL,
    "worth" INTEGER,
    "heard" INTEGER,
    "clear" INTEGER,
    "words" TEXT NOT NULL DEFAULT '',
    "at" DATETIME NOT NULL,
    CONSTRAINT "Feedback_workshopId_fkey" FOREIGN KEY ("workshopId") REFERENCES "Workshop" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlaceLock" (
    "artefactId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "forWhom" TEXT NOT NULL,
    "lockedAt" DATETIME NOT NULL,

    PRIMARY KEY ("artefactId", "place"),
    CONSTRAINT "PlaceLock_artefactId_fkey" FOREIGN KEY ("artefactId") REFERENCES "Artefact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ItemAuthor" (
    "artefactId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "participantKey" TEXT NOT NULL,
    "stepId" TEXT NOT NULL,

    PRIMARY KEY ("artefactId", "itemId"),
    CONSTRAINT "ItemAuthor_artefactId_fkey" FOREIGN KEY ("artefactId") REFERENCES "Artefact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TakenOff" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "artefactId" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "TakenOff_artefactId_fkey" FOREIGN KEY ("artefactId") REFERENCES "Artefact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Workshop" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "projectId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME,
    "code" TEXT NOT NULL,
    "doorOpen" BOOLEAN NOT NULL DEFAULT false,
    "summary" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reportId" TEXT,
    CONSTRAINT "Workshop_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Workshop_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Artefact" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Workshop" ("code", "createdAt", "doorOpen", "endsAt", "id", "projectId", "purpose", "startsAt", "summary", "title") SELECT "code", "createdAt", "doorOpen", "endsAt", "id", "projectId", "purpose", "startsAt", "summary", "title" FROM "Workshop";
DROP TABLE "Workshop";
ALTER TABLE "new_Workshop" RENAME TO "Workshop";
CREATE UNIQUE INDEX "Workshop_code_key" ON "Workshop"("code");
CREATE UNIQUE INDEX "Workshop_reportId_key" ON "Workshop"("reportId");
CREATE INDEX "Workshop_projectId_idx" ON "Workshop"("projectId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "WorkshopStep_workshopId_idx" ON "WorkshopStep"("workshopId");

-- CreateIndex
CREATE INDEX "StepRun_workshopId_idx" ON "StepRun"("workshopId");

-- CreateIndex
CREATE INDEX "BreakoutGroup_stepId_idx" ON "BreakoutGroup"("stepId");

-- CreateIndex
CREATE UNIQUE INDEX "Ballot_stepId_voterKey_key" ON "Ballot"("stepId", "voterKey");

-- CreateIndex
CREATE INDEX "Decision_workshopId_idx" ON "Decision"("workshopId");

-- CreateIndex
CREATE INDEX "DecisionCarried_artefactId_itemId_idx" ON "DecisionCarried"("artefactId", "itemId");

-- CreateIndex
CREATE UNIQUE INDEX "Feedback_workshopId_givenBy_key" ON "Feedback"("workshopId", "givenBy");

-- CreateIndex
CREATE INDEX "TakenOff_artefactId_idx" ON "TakenOff"("artefactId");
