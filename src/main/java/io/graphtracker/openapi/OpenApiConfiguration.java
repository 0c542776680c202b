package io.graphtracker.openapi;

import io.graphtracker.texts.Texts;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the document says of the interface as a whole. springdoc adds the operations, see application.properties. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    @Bean
    OpenAPI openApi(Texts texts, ObjectProvider<BuildProperties> build) {
        String version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("unknown");
        return new OpenAPI()
                .info(new Info()
                        .title(texts.get("api.title"))
                        .description(texts.get("api.description"))
                        .version(version))
                // the host by which the document was requested, also behind a proxy
                .servers(List.of(new Server().url("/")));
    }
}
