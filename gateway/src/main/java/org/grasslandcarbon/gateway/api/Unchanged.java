// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Answers "not modified" to those who have seen the same block. Everything public is a function of
 * the last projected block, so its number is a tag for all of it; what needs a token is not stored
 * anywhere.
 */
final class Unchanged implements HandlerInterceptor {
  private static final String OURS = Unchanged.class.getPackageName();

  private final ProjectionProgress progress;

  /** A gateway of another version may answer otherwise about the same block. */
  private final String start = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

  Unchanged(ProjectionProgress progress) {
    this.progress = progress;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)
        || !method.getBeanType().getPackageName().equals(OURS)
        || isOwnBusiness(method)) {
      return true;
    }
    if (request.getUserPrincipal() instanceof Authentication) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      return true;
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setHeader(HttpHeaders.VARY, "Accept, Authorization");
    String format = Integer.toHexString(String.valueOf(request.getHeader("Accept")).hashCode());
    return !new ServletWebRequest(request, response)
        .checkNotModified("W/\"" + progress.block() + "-" + start + "-" + format + "\"");
  }

  /** These say themselves how long they hold. */
  private static boolean isOwnBusiness(HandlerMethod method) {
    return method.getBeanType() == InstructionController.class
        || method.getBeanType() == StatusController.class;
  }
}
