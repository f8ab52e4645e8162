// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.gateway.problem.ProblemWriter;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds every address to a number of sent instructions a second, before anything is read. A client
 * that is too fast hears so and loses nothing; others are not held up by it.
 */
final class RateLimit extends OncePerRequestFilter {

  /**
   * How fast one address may send.
   *
   * @param perSecond instructions a second in the long run; 0 for no limit
   * @param burst instructions at once
   * @param addressesMost addresses remembered; the one longest silent is forgotten
   * @param loopback whether the limit is for this machine too: set it when a proxy in front of the
   *     gateway runs here, with {@code server.forward-headers-strategy}
   */
  @ConfigurationProperties("grassland.rate-limit")
  record Settings(
      @DefaultValue("100") int perSecond,
      @DefaultValue("500") int burst,
      @DefaultValue("10000") int addressesMost,
      @DefaultValue("false") boolean loopback) {}

  private final Settings settings;
  private final Clock clock;
  private final Map<String, Bucket> buckets;

  private record Bucket(double tokens, Instant at) {}

  RateLimit(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.buckets =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > settings.addressesMost();
          }
        };
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return settings.perSecond() == 0
        || !request.getMethod().equals("POST")
        || !settings.loopback() && isLoopback(request.getRemoteAddr());
  }

  /** An address as the server gives it is digits, so that no name is looked up. */
  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (take(request.getRemoteAddr())) {
      chain.doFilter(request, response);
    } else {
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
      ProblemWriter.write(
          Problem.of(
              GatewayCode.TOO_MANY_REQUESTS,
              zh("每个地址每秒 %s 条指令")
                  .en("%s instructions a second from one address", settings.perSecond())),
          response);
    }
  }

  /** A bucket that fills with time and is emptied by requests. */
  private boolean take(String address) {
    Instant now = clock.instant();
    synchronized (buckets) {
      Bucket bucket = buckets.getOrDefault(address, new Bucket(settings.burst(), now));
      double seconds = Duration.between(bucket.at(), now).toNanos() / 1e9;
      double tokens =
          Math.min(settings.burst(), bucket.tokens() + Math.max(0, seconds) * settings.perSecond());
      boolean permitted = tokens >= 1;
      buckets.put(address, new Bucket(permitted ? tokens - 1 : tokens, now));
      return permitted;
    }
  }
}
