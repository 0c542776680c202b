package io.graphtracker.project.layout;

import io.graphtracker.project.Position;
import io.graphtracker.project.layout.LayoutGraph.Link;
import io.graphtracker.project.layout.LayoutGraph.Node;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places nodes in layers from left to right with the Eclipse Layout Kernel, each to the right of what it depends on, and
 * with few crossings.
 *
 * @see <a href="https://eclipse.dev/elk/reference/algorithms/org-eclipse-elk-layered.html">ELK Layered</a>
 */
final class LayeredLayout {

    /** Between tasks; lines need room there. */
    private static final double NODE_GAP = 32;

    private static final double LAYER_GAP = 44;
    private static final double EDGE_GAP = 12;
    private static final double COMPONENT_GAP = 48;

    private final Drawing drawing;
    private final Map<UUID, ElkNode> made = new HashMap<>();

    private LayeredLayout(Drawing drawing) {
        this.drawing = drawing;
    }

    /**
     * The new centres of some nodes, and of all that they contain and is drawn, relative to any point.
     *
     * @throws CancellationException if it was cancelled
     */
    static Map<UUID, Position> of(Drawing drawing, List<Node> nodes, Set<Link> links, BooleanSupplier cancelled) {
        return new LayeredLayout(drawing).compute(nodes, links, cancelled);
    }

    private Map<UUID, Position> compute(List<Node> nodes, Set<Link> links, BooleanSupplier cancelled) {
        // otherwise found by the class loader of whichever thread comes first
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        ElkNode root = ElkGraphUtil.createGraph();
        setOptions(root);
        root.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        addAll(nodes, root);
        for (Link link : links) {
            ElkNode source = made.get(link.sourceId());
            ElkNode target = made.get(link.targetId());
            if (source != null && target != null) {
                ElkGraphUtil.createSimpleEdge(source, target);
            }
        }
        new RecursiveGraphLayoutEngine().layout(root, new CancellableMonitor(cancelled));
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("The layout was cancelled");
        }
        Map<UUID, Position> centres = new HashMap<>();
        collect(nodes, 0, 0, centres);
        return centres;
    }

    private void addAll(Collection<Node> nodes, ElkNode parent) {
        for (Node node : nodes) {
            ElkNode elk = ElkGraphUtil.createNode(parent);
            made.put(node.id(), elk);
            if (drawing.isFrame(node)) {
                setOptions(elk);
                addAll(drawing.children(node.id()), elk);
            } else {
                elk.setDimensions(Sizes.TASK_WIDTH, Drawing.height(node));
            }
        }
    }

    private static void setOptions(ElkNode parent) {
        parent.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        parent.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        parent.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        parent.setProperty(
                CoreOptions.PADDING,
                new ElkPadding(Sizes.FRAME_TOP, Sizes.FRAME_SIDE, Sizes.FRAME_SIDE, Sizes.FRAME_SIDE));
        parent.setProperty(LayeredOptions.SPACING_NODE_NODE, NODE_GAP);
        parent.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, LAYER_GAP);
        parent.setProperty(LayeredOptions.SPACING_EDGE_NODE, EDGE_GAP);
        parent.setProperty(LayeredOptions.SPACING_EDGE_EDGE, EDGE_GAP);
        parent.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, EDGE_GAP);
        parent.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, EDGE_GAP);
        parent.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, COMPONENT_GAP);
    }

    /** @param left of the parent, since ELK's places are relative to it */
    private void collect(Collection<Node> nodes, double left, double top, Map<UUID, Position> centres) {
        for (Node node : nodes) {
            ElkNode elk = made.get(node.id());
            if (elk != null) {
                double x = left + elk.getX();
                double y = top + elk.getY();
                centres.put(node.id(), new Position(x + elk.getWidth() / 2, y + elk.getHeight() / 2));
                if (drawing.isFrame(node)) {
                    collect(drawing.children(node.id()), x, y, centres);
                }
            }
        }
    }

    /** ELK asks it between two steps, of which the longest takes about a second for 5,000 tasks. */
    private static final class CancellableMonitor extends NullElkProgressMonitor {

        private final BooleanSupplier cancelled;

        CancellableMonitor(BooleanSupplier cancelled) {
            this.cancelled = cancelled;
        }

        @Override
        public boolean isCanceled() {
            return cancelled.getAsBoolean();
        }
    }
}
