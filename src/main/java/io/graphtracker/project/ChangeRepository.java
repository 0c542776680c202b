package io.graphtracker.project;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ChangeRepository extends JpaRepository<ChangeEntity, UUID> {}
