package io.graphtracker.preferences;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Whose preference, and which. */
@Embeddable
record UiPreferenceId(
        @Column(name = "user_name") String userName,
        @Column(name = "preference_key") String key) implements Serializable {}
