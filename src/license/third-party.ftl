Graph Tracker contains the work of others, each part under the licence named here. The libraries are in the jar unchanged, with
their own notices; where a licence's text is not among them, its address leads to it. Where a library offers a choice of licences,
Graph Tracker uses it under any of them: JGraphT, unchanged, under EPL 2.0 or LGPL 2.1.

The sources of the libraries under the Eclipse Public License are available: those of ELK at https://github.com/eclipse-elk/elk,
those of EMF, Xbase and JGraphT from Maven Central (https://central.sonatype.com), beside each library, as "-sources.jar".

What the browser loads of Vaadin (vaadin-prod-bundle) is built by Vaadin from packages of npm, among them Vaadin's own components
(Apache License 2.0), Lit (BSD-3-Clause) and React (MIT). SQLite itself, inside sqlite-jdbc, is in
the public domain.

<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
${project.name!project.artifactId} (${project.groupId}:${project.artifactId}:${project.version})
<#list project.licenses as licence>
    ${licence.name!"Licence"}<#if licence.url??>, ${licence.url}</#if>
</#list>

</#list>
