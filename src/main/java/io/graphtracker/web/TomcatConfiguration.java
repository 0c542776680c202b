package io.graphtracker.web;

import org.apache.catalina.connector.Connector;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tomcat's valves in front of the application. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> edge(
            TrustedProxies proxies, FailureResponses answers, Failures failures) {
        return factory -> {
            if (!proxies.networks().isEmpty()) {
                factory.addEngineValves(forwardedBy(proxies));
            }
            factory.addConnectorCustomizers(TomcatConfiguration::refuseBeforeBody);
            factory.addEngineValves(new SecurityHeadersValve());
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new FailureReportValve(answers, failures)));
        };
    }

    /** Who asks by {@code Expect: 100-continue} is told to send a body once somebody reads it, or that it is refused. */
    private static void refuseBeforeBody(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setContinueResponseTiming("onRead");
        }
    }

    private static RemoteIpValve forwardedBy(TrustedProxies proxies) {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(String.join(",", proxies.networks()));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setHostHeader(RequestedHost.FORWARDED);
        return valve;
    }
}
