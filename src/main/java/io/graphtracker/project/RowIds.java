package io.graphtracker.project;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Makes ids for rows that are not written by JPA, in the same way as JPA makes them. */
public final class RowIds {

    private RowIds() {}

    /** A new id, which contains the time: the order of ids is the order of creation. */
    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
