package io.graphtracker.project.exchange.format;

import static io.graphtracker.project.exchange.PlanReading.dependencies;
import static io.graphtracker.project.exchange.PlanReading.findings;
import static io.graphtracker.project.exchange.PlanReading.read;
import static io.graphtracker.project.exchange.PlanReading.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.project.Position;
import io.graphtracker.project.exchange.ReadPlan;
import org.junit.jupiter.api.Test;

class GraphMlFormatTest {

    @Test
    void labelsPlacesAndNestedGraphsOfYEdAreRead() {
        ReadPlan plan = read("a.graphml", """
                <?xml version="1.0" encoding="UTF-8" standalone="no"?>
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
                  <key attr.name="url" attr.type="string" for="node" id="d4"/>
                  <key attr.name="Description" attr.type="string" for="node" id="d5"/>
                  <key for="node" id="d6" yfiles.type="nodegraphics"/>
                  <graph edgedefault="directed" id="G">
                    <node id="n0" yfiles.foldertype="group">
                      <data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode>
                        <y:NodeLabel>Ground</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
                      <graph edgedefault="directed" id="n0:">
                        <node id="n0::n0">
                          <data key="d4"><![CDATA[https://example.org/dig]]></data><data key="d5">With a spade</data>
                          <data key="d6"><y:ShapeNode>
                            <y:Geometry height="30.0" width="40.0" x="100.0" y="-50.0"/>
                            <y:NodeLabel>Dig<y:LabelModel><y:SmartNodeLabelModel distance="4.0"/></y:LabelModel></y:NodeLabel>
                          </y:ShapeNode></data>
                        </node>
                      </graph>
                    </node>
                    <node id="n1"/>
                    <edge id="e0" source="n0::n0" target="n1"><data key="d10"/></edge>
                    <edge id="e1" source="n1" target="nowhere"/>
                  </graph>
                </graphml>
                """);

        assertThat(plan.format()).isEqualTo("graphml");
        assertThat(task(plan, "Dig").position()).isEqualTo(new Position(120, -35));
        assertThat(task(plan, "Dig").parentKey()).isEqualTo(task(plan, "Ground").key());
        assertThat(task(plan, "Dig").details().link()).isEqualTo("https://example.org/dig");
        assertThat(task(plan, "Dig").details().description()).isEqualTo("With a spade");
        assertThat(task(plan, "Ground").group()).isTrue();
        assertThat(dependencies(plan)).containsExactly("Dig -> n1");
        assertThat(findings(plan))
                .containsExactly(
                        "DROPPED LINE 22:0 [n1] A dependency names “nowhere”, which the file does not contain.");
    }

    @Test
    void plainGraphsWithNamedDataAreRead() {
        ReadPlan plan = read("a.xml", """
                <graphml><key id="a" for="node" attr.name="label"/><key id="b" for="node" attr.name="hours"/>
                <graph edgedefault="undirected"><node id="1"><data key="a">Dig</data><data key="b">1.5</data></node>
                <node id="2"/><edge source="1" target="2"/></graph></graphml>""");

        assertThat(task(plan, "Dig").details().plannedHours()).isEqualTo(1.5);
        assertThat(dependencies(plan)).containsExactly("Dig -> 2");
        assertThat(findings(plan))
                .containsExactly("CHANGED LINE 2:0 The file has connections without a direction. What is named first"
                        + " comes first.");
    }
}
