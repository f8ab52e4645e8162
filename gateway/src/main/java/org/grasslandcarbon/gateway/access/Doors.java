// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.access;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.views.View;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Which addresses need a token: those whose view is not public, and handlers that say so. A handler
 * that says neither that it is open nor that it is not keeps the gateway from starting, so that
 * what is forgotten is never open.
 */
@Component
public final class Doors implements SmartInitializingSingleton {
  private static final String OURS = "org.grasslandcarbon.";

  private final ObjectProvider<RequestMappingHandlerMapping> mappings;
  private volatile List<Door> signedIn = List.of();

  /**
   * Addresses that need a token.
   *
   * @param methods with these methods; with any when there are none
   */
  private record Door(Set<RequestMethod> methods, PathPattern pattern) {
    boolean is(String method, PathContainer path) {
      return pattern.matches(path)
          && (methods.isEmpty()
              || methods.stream().anyMatch(each -> each.name().equals(method))
              || method.equals("HEAD") && methods.contains(RequestMethod.GET));
    }
  }

  Doors(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<Door> doors = new ArrayList<>();
    mappings
        .getObject()
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              if (handler.getBeanType().getName().startsWith(OURS) && needsToken(handler)) {
                Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
                mapping
                    .getPathPatternsCondition()
                    .getPatterns()
                    .forEach(pattern -> doors.add(new Door(methods, pattern)));
              }
            });
    signedIn = List.copyOf(doors);
  }

  private static boolean needsToken(HandlerMethod handler) {
    if (handler.getBeanType().isAnnotationPresent(ByView.class)) {
      return false;
    }
    boolean closed = isSaid(handler, SignedIn.class);
    if (closed == isSaid(handler, Open.class)) {
      throw new IllegalStateException(
          handler.getShortLogMessage() + " says neither or both of @Open and @SignedIn");
    }
    return closed;
  }

  /** On the method; else on the class. */
  private static boolean isSaid(HandlerMethod handler, Class<? extends Annotation> what) {
    boolean ofMethod =
        handler.hasMethodAnnotation(Open.class) || handler.hasMethodAnnotation(SignedIn.class);
    return ofMethod
        ? handler.hasMethodAnnotation(what)
        : handler.getBeanType().isAnnotationPresent(what);
  }

  /** Whether an address needs a token, when it is asked for with a method. */
  public boolean needsToken(String method, String path) {
    PathContainer container = PathContainer.parsePath(path);
    return signedIn.stream().anyMatch(door -> door.is(method, container))
        || view(container).filter(view -> !view.visibility().isPublic()).isPresent();
  }

  private static Optional<View> view(PathContainer path) {
    List<String> segments =
        path.elements().stream()
            .filter(PathContainer.PathSegment.class::isInstance)
            .map(element -> ((PathContainer.PathSegment) element).valueToMatch())
            .toList();
    List<String> base = List.of(Paths.BASE.substring(1).split("/"));
    return segments.size() > base.size() && segments.subList(0, base.size()).equals(base)
        ? Address.of(segments.subList(base.size(), segments.size())).map(Address::view)
        : Optional.empty();
  }
}
