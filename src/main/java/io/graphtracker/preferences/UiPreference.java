package io.graphtracker.preferences;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What a user chose about the user interface. */
@Entity
@Table(name = "ui_preference")
class UiPreference {

    @EmbeddedId
    @SuppressWarnings("UnusedVariable") // read by JPA
    private UiPreferenceId id;

    @Column(name = "preference_value", nullable = false)
    private String value;

    @SuppressWarnings("NullAway.Init")
    protected UiPreference() {}

    UiPreference(UiPreferenceId id, String value) {
        this.id = id;
        this.value = value;
    }

    String value() {
        return value;
    }
}
