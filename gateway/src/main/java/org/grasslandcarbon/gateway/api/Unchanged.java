// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Answers "not modified" to those who have seen the same block. Everything public is a function of
 * the last projected block, so its number is a tag for all of it; what needs a token is not stored
 * anywhere. Only what was found gets a tag, after the request was held to be right and before its
 * list is read: what is wrong or not there is said to everybody anew.
 */
@ControllerAdvice
final class Unchanged implements HandlerInterceptor, ResponseBodyAdvice<Object> {
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
    if (handler instanceof HandlerMethod method && concerns(method.getBeanType())) {
      if (request.getUserPrincipal() instanceof Authentication) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      } else {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.VARY, "Accept, Authorization");
      }
    }
    return true;
  }

  /** Those of this room, but for those that say themselves how long their answers hold. */
  private static boolean concerns(Class<?> controller) {
    return controller.getPackageName().equals(OURS)
        && controller != CertificateController.class
        && controller != InstructionController.class
        // How many are in a stage depends on the day as well.
        && controller != StageController.class
        // So do the criteria of a year, and how long ago something was reported.
        && controller != ScorecardController.class
        && controller != StatusController.class;
  }

  @Override
  public boolean supports(
      MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
    return concerns(answer.getContainingClass());
  }

  /** Nothing instead of a body that was seen before. */
  @Override
  public Object beforeBodyWrite(
      Object body,
      MethodParameter answer,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest httpRequest,
      ServerHttpResponse httpResponse) {
    HttpServletRequest request = ((ServletServerHttpRequest) httpRequest).getServletRequest();
    HttpServletResponse response = ((ServletServerHttpResponse) httpResponse).getServletResponse();
    if (request.getUserPrincipal() instanceof Authentication
        || response.getStatus() != HttpStatus.OK.value()) {
      return body;
    }
    String format = Integer.toHexString(type.hashCode());
    String tag = "W/\"" + progress.block() + "-" + start + "-" + format + "\"";
    return new ServletWebRequest(request, response).checkNotModified(tag) ? null : body;
  }
}
