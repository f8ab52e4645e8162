// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.gateway.problem.ProblemWriter;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers what is no request of ours before anything reads it: methods that nobody has, addresses
 * and queries that cannot be decoded, and control characters in either, which have no meaning for
 * the registry and one for logs, files and databases.
 */
final class StrictRequests extends OncePerRequestFilter {
  /** Methods that a controller may answer, or that are refused with what the address takes. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE");

  private static final String ALLOW = "GET, HEAD, POST, PUT, DELETE, OPTIONS";

  /** What a decoder puts in the place of bytes that are no UTF-8; it has no use of its own. */
  private static final char NO_CHARACTER = '\uFFFD';

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!METHODS.contains(request.getMethod())) {
      response.setHeader(HttpHeaders.ALLOW, ALLOW);
      ProblemWriter.write(
          Problem.of(
              GatewayCode.METHOD_NOT_ALLOWED, zh("没有地址支持该请求方法").en("no address takes this method")),
          response);
      return;
    }
    Optional<Detail> wrong =
        wrong(zh("地址").en("the address"), request.getRequestURI())
            .or(() -> query(request.getQueryString()));
    if (wrong.isPresent()) {
      ProblemWriter.write(Problem.of(GatewayCode.BAD_REQUEST, wrong.get()), response);
      return;
    }
    chain.doFilter(request, response);
  }

  private static Optional<Detail> query(String query) {
    if (query == null) {
      return Optional.empty();
    }
    if (query.startsWith("=") || query.contains("&=")) {
      return Optional.of(zh("查询字符串中有参数没有名称").en("a parameter of the query has no name"));
    }
    return wrong(zh("查询字符串").en("the query"), query);
  }

  private static Optional<Detail> wrong(Detail what, String encoded) {
    String text;
    try {
      text = StringUtils.uriDecode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return Optional.of(zh("%s须为百分号编码").en("%s is not percent-encoded", what));
    }
    if (text.indexOf(NO_CHARACTER) >= 0) {
      return Optional.of(zh("%s须为 UTF-8").en("%s is not UTF-8", what));
    }
    return text.chars().anyMatch(Character::isISOControl)
        ? Optional.of(zh("%s不得含控制字符").en("%s has control characters", what))
        : Optional.empty();
  }
}
