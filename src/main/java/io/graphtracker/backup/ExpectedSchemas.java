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
 * The schema of this version of the application after each migration, with which every database that is to be restored
 * is compared. Each is read once from a database in memory that the migrations create.
 *
 * @see "docs/decisions/2026-11-25-restorable.md"
 */
@Component
public class ExpectedSchemas {

    private final SchemaMigrations migrations;
    private final ConcurrentMap<SchemaVersion, ExpectedSchema> schemas = new ConcurrentHashMap<>();
    private volatile List<SchemaVersion> versions = List.of();

    ExpectedSchemas(SchemaMigrations migrations) {
        this.migrations = migrations;
    }

    /** All migrations, in their order. */
    List<SchemaVersion> versions() {
        List<SchemaVersion> known = versions;
        if (known.isEmpty()) {
            // they do not change while the application runs
            known = migrations.known();
            versions = known;
        }
        return known;
    }

    /** The schema after a migration. */
    ExpectedSchema after(SchemaVersion version) {
        return schemas.computeIfAbsent(version, this::read);
    }

    /** The schema that this version of the application uses. */
    ExpectedSchema latest() {
        return after(versions().getLast());
    }

    private ExpectedSchema read(SchemaVersion version) {
        try (Connection connection = migrations.inMemory(version)) {
            return ExpectedSchema.read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The schema of version " + version.version() + " cannot be created", e);
        }
    }
}
