"""The tables of the log, and the one function that appends to it, in SQL.

`{events}` and its relatives are identifiers that the recorder fills in. Columns keep the names of the `eventsourcing`
package (`originator_id` is our stream, `originator_version` our version, `topic` our tag, `state` the sealed payload,
`notification_id` the position), so that its readers work on our table.
"""

from psycopg.sql import SQL

TABLES = SQL("""
DO $$ BEGIN
    IF current_setting('server_encoding') <> 'UTF8' THEN
        RAISE EXCEPTION 'The database must have the encoding UTF8, or hashes would depend on its encoding';
    END IF;
END $$;
CREATE SCHEMA IF NOT EXISTS {schema};
CREATE TABLE IF NOT EXISTS {events} (
    notification_id bigint NOT NULL,
    originator_id text COLLATE "C" NOT NULL,
    originator_version bigint NOT NULL,
    topic text COLLATE "C" NOT NULL,
    state bytea NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor text NOT NULL,
    subject text NOT NULL,
    correlation text NOT NULL,
    causation text NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (originator_id, originator_version)
) WITH (autovacuum_analyze_threshold = 1000, autovacuum_analyze_scale_factor = 0.05);
CREATE UNIQUE INDEX IF NOT EXISTS {position_index} ON {events} (notification_id);
-- What is held about somebody: to hand it out, and to count what was erased.
CREATE INDEX IF NOT EXISTS {subject_index} ON {events} (subject, notification_id);
-- Sealed payloads cannot be made smaller: do not spend time on trying.
ALTER TABLE {events} ALTER COLUMN state SET STORAGE EXTERNAL;

-- Where the log ends. Its one row is also the lock that puts appends in order.
CREATE TABLE IF NOT EXISTS {head} (
    is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
    position bigint NOT NULL,
    hash bytea NOT NULL,
    recorded_at timestamptz NOT NULL
) WITH (fillfactor = 10);
INSERT INTO {head} (position, hash, recorded_at) VALUES (0, decode(repeat('00', 32), 'hex'), 'epoch')
    ON CONFLICT DO NOTHING;

-- What a command wrote when it came the first time.
CREATE TABLE IF NOT EXISTS {commands} (
    id text COLLATE "C" PRIMARY KEY,
    first_position bigint NOT NULL,
    event_count bigint NOT NULL
);

CREATE OR REPLACE FUNCTION {refuse}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The log is only ever appended to' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {events}
    FOR EACH STATEMENT EXECUTE FUNCTION {refuse}();
""")

# Many appends in one transaction, each with its own outcome. Appends are numbered; `lasts` says which event is the last
# of each. Events name their stream by its place in `streams`, so that the loop below needs no table: `heads` holds the
# newest version of each stream (-1: there is none), and moves as appends are accepted.
#
# outcomes: the position of an append's first event; 0: a version was not the next one; negative: it had been written
# before, at that position (by the same command, or, when `resent`, by this very append: a sealed payload has a random
# nonce, so the same bytes at the same version are proof). counts: how many events it had then.
APPEND = SQL("""
CREATE OR REPLACE FUNCTION {append}(
    streams text[], actors text[], correlations text[], causations text[], commands text[], lasts bigint[],
    slots bigint[], versions bigint[], topics text[], subjects text[], states bytea[], resent boolean,
    OUT recorded timestamptz, OUT outcomes bigint[], OUT counts bigint[], OUT hashes bytea[]
) LANGUAGE plpgsql SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    place bigint;
    link bytea;
    start bigint;
    heads bigint[];
    known bigint[];
    positions bigint[] := array_fill(NULL::bigint, ARRAY[cardinality(slots)]);
    owners bigint[] := positions;
    replaced bigint[] := positions;
    opening bigint;
    closing bigint := 0;
    misfit bigint;
BEGIN
    SELECT h.position, h.hash, h.recorded_at INTO place, link, recorded FROM {head} h FOR UPDATE;
    start := place;
    recorded := greatest(recorded, clock_timestamp());
    hashes := array_fill(NULL::bytea, ARRAY[cardinality(slots)]);
    outcomes := array_fill(0::bigint, ARRAY[cardinality(lasts)]);
    counts := outcomes;
    IF commands IS NOT NULL THEN
        SELECT array_agg(c.first_position ORDER BY w.nr), array_agg(coalesce(c.event_count, 0) ORDER BY w.nr)
            INTO known, counts
            FROM unnest(commands) WITH ORDINALITY AS w(id, nr) LEFT JOIN {commands} c ON c.id = w.id;
    END IF;
    heads := ARRAY(
        SELECT coalesce((
            SELECT e.originator_version FROM {events} e
            WHERE e.originator_id = s.stream ORDER BY e.originator_version DESC LIMIT 1
        ), -1) FROM unnest(streams) WITH ORDINALITY AS s(stream, nr) ORDER BY s.nr
    );

    FOR a IN 1 .. cardinality(lasts) LOOP
        opening := closing + 1;
        closing := lasts[a];
        IF known[a] IS NOT NULL THEN
            outcomes[a] := -known[a];
            CONTINUE;
        END IF;
        misfit := NULL;
        FOR i IN opening .. closing LOOP
            replaced[i] := heads[slots[i]];
            IF versions[i] <> replaced[i] + 1 AND NOT (versions[i] = 1 AND replaced[i] = -1) THEN
                misfit := i;
                EXIT;
            END IF;
            heads[slots[i]] := versions[i];
        END LOOP;
        IF misfit IS NOT NULL THEN
            FOR i IN REVERSE misfit - 1 .. opening LOOP
                heads[slots[i]] := replaced[i];
            END LOOP;
            IF resent THEN
                counts[a] := closing - opening + 1;
                outcomes[a] := coalesce((
                    SELECT -e.notification_id FROM {events} e
                    WHERE e.originator_id = streams[slots[opening]] AND e.originator_version = versions[opening]
                        AND e.state = states[opening]
                ), 0);
            END IF;
            CONTINUE;
        END IF;
        outcomes[a] := place + 1;
        FOR i IN opening .. closing LOOP
            place := place + 1;
            link := sha256(
                link || int8send(place) || int8send(versions[i]) || timestamptz_send(recorded)
                || int4send(octet_length(streams[slots[i]])) || int4send(octet_length(topics[i]))
                || int4send(octet_length(actors[a])) || int4send(octet_length(subjects[i]))
                || int4send(octet_length(correlations[a])) || int4send(octet_length(causations[a]))
                || convert_to(streams[slots[i]] || topics[i] || actors[a] || subjects[i]
                    || correlations[a] || causations[a], 'UTF8')
                || states[i]
            );
            positions[i] := place;
            owners[i] := a;
            hashes[i] := link;
        END LOOP;
    END LOOP;

    IF place = start THEN
        RETURN;
    END IF;
    INSERT INTO {events} (notification_id, originator_id, originator_version, topic, state, recorded_at,
            actor, subject, correlation, causation, hash)
        SELECT w.place, streams[w.slot], w.version, w.topic, w.state, recorded,
            actors[w.owner], w.subject, correlations[w.owner], causations[w.owner], w.hash
        FROM unnest(positions, owners, slots, versions, topics, subjects, states, hashes)
            AS w(place, owner, slot, version, topic, subject, state, hash)
        WHERE w.place IS NOT NULL;
    IF commands IS NOT NULL THEN
        INSERT INTO {commands} (id, first_position, event_count)
            SELECT w.id, w.outcome, w.last - coalesce(lasts[w.nr - 1], 0)
            FROM unnest(commands, outcomes, lasts) WITH ORDINALITY AS w(id, outcome, last, nr)
            WHERE w.outcome > 0 AND w.id <> '';
    END IF;
    UPDATE {head} h SET position = place, hash = link, recorded_at = recorded;
    PERFORM pg_notify({channel}, place::text);
END $$;
""")

CALL = SQL("SELECT * FROM {append}(%b, %b, %b, %b, %b, %b, %b, %b, %b, %b, %b, %b)")
