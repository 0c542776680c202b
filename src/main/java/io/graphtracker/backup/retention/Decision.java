package io.graphtracker.backup.retention;

import java.util.List;
import java.util.Locale;

/** What a rule does with a file. */
public sealed interface Decision {

    /**
     * It stays.
     *
     * @param reasons each of them would do; never empty
     */
    record Keep(List<KeepReason> reasons) implements Decision {}

    /** It is deleted. */
    enum Delete implements Decision {
        /** No part of the rule keeps it. */
        NOT_KEPT,
        /** With it, the newer ones would exceed the total size. */
        OVER_SIZE;

        /** The code, for example {@code over_size}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
