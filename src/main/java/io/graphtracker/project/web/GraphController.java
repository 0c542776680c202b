package io.graphtracker.project.web;

import io.graphtracker.database.DatabaseGeneration;
import io.graphtracker.project.GraphColumns;
import io.graphtracker.project.GraphColumnsReader;
import io.graphtracker.project.ProjectIds;
import io.graphtracker.texts.Texts;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The graph of a project, for the canvas. */
@RestController
class GraphController {

    private final GraphColumnsReader graphs;
    private final DatabaseGeneration database;
    private final Texts texts;

    /** Different for each start: revisions of another database may have been in use before. */
    private final UUID start = UUID.randomUUID();

    GraphController(GraphColumnsReader graphs, DatabaseGeneration database, Texts texts) {
        this.graphs = graphs;
        this.database = database;
        this.texts = texts;
    }

    /** The graph in columns, unless the browser has this revision already. */
    @GetMapping("/projects/{id}/graph")
    ResponseEntity<?> graph(@PathVariable String id, WebRequest request) {
        // read before the graph: if the database is replaced meanwhile, the next request finds another tag
        long generation = database.current();
        Optional<UUID> projectId = ProjectIds.parse(id);
        Optional<Long> current = request.getHeader(HttpHeaders.IF_NONE_MATCH) == null
                ? Optional.empty()
                : projectId.flatMap(graphs::revision);
        if (current.isPresent() && request.checkNotModified(tag(generation, current.get()))) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .cacheControl(CacheControl.noCache())
                    .build();
        }
        return projectId
                .flatMap(graphs::read)
                .<ResponseEntity<?>>map(graph -> found(generation, graph))
                .orElseGet(() -> UnknownProject.answer(texts));
    }

    private ResponseEntity<GraphColumns> found(long generation, GraphColumns graph) {
        return ResponseEntity.ok()
                .eTag(tag(generation, graph.revision()))
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_JSON)
                .body(graph);
    }

    /** Weak, because the compressed answer has other bytes; Tomcat compresses none with a strong one. */
    private String tag(long generation, long revision) {
        return "W/\"" + start + "-" + generation + "-" + revision + "\"";
    }
}
