// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.gateway.problem.ProblemWriter;
import org.springframework.http.HttpHeaders;

/**
 * Keeps some of the server's threads for those who ask how the gateway is, who show a token or who
 * send an instruction: whatever anybody else has the gateway do, these still get through. A token
 * or an instruction that nobody signed is found out at once and gives its thread back.
 */
final class KeptThreads implements Filter {
  private final int forEverybody;
  private final AtomicInteger busy = new AtomicInteger();

  /**
   * @param threads of the server
   * @param kept of them
   */
  KeptThreads(int threads, int kept) {
    this.forEverybody = Math.max(1, threads - kept);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    int now = busy.incrementAndGet();
    try {
      // What comes back after a wait has its answer, and only has to be sent.
      boolean begins = request.getDispatcherType() == DispatcherType.REQUEST;
      if (begins && now > forEverybody && !isKeptFor((HttpServletRequest) request)) {
        ProblemWriter.write(
            Problem.of(
                ErrorCode.OVERLOADED, zh("正在处理 %s 个请求").en("%s requests are being answered", now)),
            (HttpServletResponse) response);
        return;
      }
      chain.doFilter(request, response);
    } finally {
      busy.decrementAndGet();
    }
  }

  private static boolean isKeptFor(HttpServletRequest request) {
    String path = request.getRequestURI();
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null
        || path.startsWith("/actuator/health")
        || request.getMethod().equals("POST") && path.equals(Paths.INSTRUCTIONS);
  }
}
