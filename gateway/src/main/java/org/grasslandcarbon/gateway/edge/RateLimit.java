// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.gateway.problem.ProblemWriter;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds every address to a number of requests a second, before anything is read: so many that send
 * something, and so many that read. A client that is too fast hears so and loses nothing; others
 * are not held up by it.
 */
final class RateLimit extends OncePerRequestFilter {

  /**
   * How fast one address may send and read.
   *
   * @param perSecond instructions, dry runs and files a second in the long run; 0 for no limit
   * @param burst of them at once
   * @param readsPerSecond other requests a second in the long run; 0 for no limit
   * @param readsBurst of them at once
   * @param addressesMost addresses remembered of each kind; the one longest silent is forgotten
   * @param loopback whether the limits are for this machine too. What a proxy on this machine
   *     forwards is held to the limits of those whom it names, whether this is set or not.
   */
  @ConfigurationProperties("grassland.rate-limit")
  record Settings(
      @DefaultValue("100") int perSecond,
      @DefaultValue("500") int burst,
      @DefaultValue("100") int readsPerSecond,
      @DefaultValue("1000") int readsBurst,
      @DefaultValue("10000") int addressesMost,
      @DefaultValue("false") boolean loopback) {}

  private static final Set<String> SENDING = Set.of("POST", "PUT");

  private final Settings settings;
  private final Buckets sends;
  private final Buckets reads;

  RateLimit(Settings settings, Clock clock) {
    this.settings = settings;
    this.sends =
        new Buckets(settings.perSecond(), settings.burst(), settings.addressesMost(), clock);
    this.reads =
        new Buckets(
            settings.readsPerSecond(), settings.readsBurst(), settings.addressesMost(), clock);
  }

  /** Buckets that fill with time and are emptied by requests, one an address. */
  private static final class Buckets {
    private final int perSecond;
    private final int burst;
    private final Clock clock;
    private final Map<String, Bucket> buckets;

    private record Bucket(double tokens, Instant at) {}

    private Buckets(int perSecond, int burst, int addressesMost, Clock clock) {
      this.perSecond = perSecond;
      this.burst = burst;
      this.clock = clock;
      this.buckets =
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
              return size() > addressesMost;
            }
          };
    }

    private boolean take(String address) {
      if (perSecond == 0) {
        return true;
      }
      Instant now = clock.instant();
      synchronized (buckets) {
        Bucket bucket = buckets.getOrDefault(address, new Bucket(burst, now));
        double seconds = Duration.between(bucket.at(), now).toNanos() / 1e9;
        double tokens = Math.min(burst, bucket.tokens() + Math.max(0, seconds) * perSecond);
        boolean permitted = tokens >= 1;
        buckets.put(address, new Bucket(permitted ? tokens - 1 : tokens, now));
        return permitted;
      }
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Subscriber sender = Subscriber.of(request.getRemoteAddr());
    boolean sending = SENDING.contains(request.getMethod());
    Buckets buckets = sending ? sends : reads;
    if (sender.isThisMachine() && !settings.loopback() || buckets.take(sender.key())) {
      chain.doFilter(request, response);
    } else {
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
      ProblemWriter.write(
          Problem.of(
              GatewayCode.TOO_MANY_REQUESTS,
              sending
                  ? zh("每个地址每秒最多发送 %s 次")
                      .en(
                          "%s requests that send something a second from one address",
                          buckets.perSecond)
                  : zh("每个地址每秒最多读取 %s 次")
                      .en("%s requests that read a second from one address", buckets.perSecond)),
          response);
    }
  }
}
