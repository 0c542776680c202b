package io.graphtracker.backup.web;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses parameters in paths: Spring drops what follows a {@code ;}, and would find the name without it. */
@Configuration(proxyBeanMethods = false)
class NameAlone implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/backups/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getRequestURI().contains(";")) {
            throw new BackupException(BackupProblem.BACKUP_NOT_FOUND, name(request));
        }
        return true;
    }

    private static Object name(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("name") instanceof String name
                ? name
                : request.getRequestURI();
    }
}
