ALTER TABLE "Circulation" ADD COLUMN "leftOut" TEXT NOT NULL DEFAULT '[]';

-- What was proposed before is told by the organisations that the project has now.
UPDATE "Circulation" SET "leftOut" = (
    SELECT json_group_array(json_object('organisationId', "left"."id", 'name', "left"."name"))
    FROM (
        SELECT "Organisation"."id", "Organisation"."name"
        FROM "Organisation"
        JOIN "Artefact" ON "Artefact"."projectId" = "Organisation"."projectId"
        WHERE "Artefact"."id" = "Circulation"."artefactId"
            AND "Organisation"."id" NOT IN (
                SELECT "organisationId" FROM "CirculationParty" WHERE "circulationId" = "Circulation"."id"
            )
        ORDER BY "Organisation"."order"
    ) AS "left"
);
