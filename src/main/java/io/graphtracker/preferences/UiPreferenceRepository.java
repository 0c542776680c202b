package io.graphtracker.preferences;

import org.springframework.data.jpa.repository.JpaRepository;

interface UiPreferenceRepository extends JpaRepository<UiPreference, UiPreferenceId> {}
