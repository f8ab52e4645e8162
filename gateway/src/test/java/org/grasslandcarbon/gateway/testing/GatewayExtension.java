// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.testing;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one gateway in front of one embedded peer for all tests of a run and hands it to those
 * that have a {@link RunningGateway} parameter; an {@link OwnGateway} has another one.
 */
public final class GatewayExtension implements BeforeAllCallback, ParameterResolver {
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(GatewayExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    running(context);
  }

  /**
   * Kept with the launcher's session, so that it is closed when the last test of this JVM has run:
   * where two JVMs share the classes, each class is a run of its own.
   */
  private static RunningGateway running(ExtensionContext context) {
    Class<?> tests = context.getRequiredTestClass();
    if (tests.isAnnotationPresent(OwnGateway.class)) {
      // A key of its own: a store also finds what those above it have.
      return running(context.getStore(HERE), tests);
    }
    return running(
        context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, HERE), RunningGateway.class);
  }

  private static RunningGateway running(ExtensionContext.Store store, Class<?> key) {
    return store.getOrComputeIfAbsent(key, any -> RunningGateway.start(), RunningGateway.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningGateway.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return running(context);
  }
}
