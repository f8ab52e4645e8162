// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that an address does not have, and repeated or empty ones: a misspelt
 * filter would otherwise show everything and be believed. Lists of views do so by what their view
 * declares ({@link ViewParameters}).
 */
final class StrictParameters implements HandlerInterceptor {
  /** Longer than any value that could find something. */
  static final int VALUE_MOST = 300;

  private static final String OURS = StrictParameters.class.getPackageName();

  private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && method.getBeanType().getPackageName().equals(OURS)
        && method.getBeanType() != ViewController.class) {
      Set<String> names = known.computeIfAbsent(method, StrictParameters::names);
      request.getParameterMap().forEach((name, values) -> require(name, values, names));
    }
    return true;
  }

  private static Set<String> names(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
        .map(StrictParameters::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(MethodParameter parameter) {
    return parameter.getParameter().getName();
  }

  /**
   * Refuses a parameter that there is not, that is given twice, blank or too long.
   *
   * @param names those that there are
   */
  static void require(String name, String[] values, Set<String> names) {
    if (!names.contains(name)) {
      throw wrong(
          names.isEmpty()
              ? zh("没有该参数；此处没有参数").en("unknown parameter; there are none here")
              : zh("没有该参数；可用的参数为 %s").en("unknown parameter; there are %s", names));
    }
    if (values.length > 1) {
      throw wrong(zh("%s 给出了多次").en("%s is given more than once", name));
    }
    if (values[0].isBlank() || values[0].length() > VALUE_MOST) {
      throw wrong(zh("%s 须有 1 至 %s 个字符").en("%s has 1 to %s characters", name, VALUE_MOST));
    }
  }

  private static RequestException wrong(Detail detail) {
    return new RequestException(GatewayCode.BAD_REQUEST, detail);
  }
}
