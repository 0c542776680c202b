package io.graphtracker.web;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Answers unknown paths of the API and of monitoring, which Flow would otherwise answer with a page. */
@Configuration(proxyBeanMethods = false)
class UnknownApiPaths {

    /** After the controllers and before Flow, which maps all other paths. */
    private static final int AFTER_CONTROLLERS = 1;

    @Bean
    SimpleUrlHandlerMapping unknownApiMapping(FailureResponses answers, Failures failures) {
        HttpRequestHandler nothing =
                (request, response) -> answers.write(request, response, failures.of(HttpStatus.NOT_FOUND.value()));
        return new SimpleUrlHandlerMapping(
                Map.of("/api", nothing, "/api/**", nothing, "/actuator", nothing, "/actuator/**", nothing),
                AFTER_CONTROLLERS);
    }
}
