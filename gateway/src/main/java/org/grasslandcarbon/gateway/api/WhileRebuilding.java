// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Answers nothing from a database that is being filled again: a list of half of it would be
 * believed. Whoever asks is told how far it is. Addresses that tell nothing of the ledger's records
 * go on, and instructions are taken in and told of, since an outcome that is there is final.
 */
final class WhileRebuilding implements HandlerInterceptor {
  private static final String OURS = WhileRebuilding.class.getPackageName();

  private static final Set<Class<?>> OF_NO_RECORDS =
      Set.of(
          StatusController.class,
          HealthController.class,
          CatalogueController.class,
          ListsController.class,
          ErrorPage.class,
          TemplateController.class,
          ValueController.class,
          SecurityContactController.class,
          InstructionController.class);

  private final ProjectionProgress progress;

  WhileRebuilding(ProjectionProgress progress) {
    this.progress = progress;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && method.getBeanType().getPackageName().equals(OURS)
        && !OF_NO_RECORDS.contains(method.getBeanType())) {
      progress
          .rebuilding()
          .ifPresent(
              far -> {
                throw new RegistryException(ErrorCode.OVERLOADED, far.told());
              });
    }
    return true;
  }
}
