package io.graphtracker.settings;

import com.vaadin.flow.component.Component;
import io.graphtracker.environment.DatabaseUrl;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.annotation.Order;

/** Which database the application uses. */
@org.springframework.stereotype.Component
@Order(10)
class DatabaseSection implements SettingsSection {

    private final DatabaseUrl database;
    private final Texts texts;

    DatabaseSection(DatabaseUrl database, Texts texts) {
        this.database = database;
        this.texts = texts;
    }

    @Override
    public String titleKey() {
        return "settings.database";
    }

    @Override
    public Component content() {
        Facts facts = new Facts().add("databaseEngine", texts.get("settings.database.engine"), database.engine());
        if (database instanceof DatabaseUrl.Sqlite(Path file)) {
            facts.add("databaseFile", texts.get("settings.database.file"), file.toString());
            facts.add("databaseSize", texts.get("settings.database.size"), size(file));
        }
        return facts;
    }

    /** Asks the file system for the length; the file itself is SQLite's alone to open. */
    private String size(Path file) {
        try {
            return ByteSize.format(Files.size(file));
        } catch (IOException e) {
            return texts.get("settings.database.missing");
        }
    }
}
