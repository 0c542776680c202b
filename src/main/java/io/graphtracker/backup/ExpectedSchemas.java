package io.graphtracker.backup;

import io.graphtracker.database.SchemaMigrations;
import io.graphtracker.database.SchemaVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/**
 * The schema as this version of the application makes it, after each of its steps: the measure of every database that is to be
 * restored. It is read from databases in memory that the migrations make, once for each step.
 */
@Component
public class ExpectedSchemas {

    private final SchemaMigrations migrations;
    private final ConcurrentMap<SchemaVersion, ExpectedSchema> schemas = new ConcurrentHashMap<>();
    private volatile List<SchemaVersion> steps = List.of();

    ExpectedSchemas(SchemaMigrations migrations) {
        this.migrations = migrations;
    }

    /** All steps, in their order. */
    List<SchemaVersion> steps() {
        List<SchemaVersion> known = steps;
        if (known.isEmpty()) {
            // the same for as long as the application runs
            known = migrations.known();
            steps = known;
        }
        return known;
    }

    /** The schema after a step. */
    ExpectedSchema after(SchemaVersion step) {
        return schemas.computeIfAbsent(step, this::read);
    }

    /** The schema that this version of the application works with. */
    ExpectedSchema latest() {
        return after(steps().getLast());
    }

    private ExpectedSchema read(SchemaVersion step) {
        try (Connection connection = migrations.inMemory(step)) {
            return ExpectedSchema.read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The schema of step " + step.version() + " cannot be made", e);
        }
    }
}
