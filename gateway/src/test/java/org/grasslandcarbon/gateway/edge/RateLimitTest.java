// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitTest {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private final Clock clock =
      new Clock() {
        @Override
        public java.time.ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  private final RateLimit limit = limit(new RateLimit.Settings(2, 3, 4, 5, 2, false));

  private RateLimit limit(RateLimit.Settings settings) {
    return new RateLimit(settings, clock);
  }

  private int send(String method, String address) throws Exception {
    return send(limit, method, address);
  }

  private static int send(RateLimit limit, String method, String address) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/v1/instructions");
    request.setRemoteAddr(address);
    MockHttpServletResponse response = new MockHttpServletResponse();
    limit.doFilter(request, response, new MockFilterChain());
    if (response.getStatus() == 429) {
      assertThat(response.getHeader("Retry-After")).isEqualTo("1");
      assertThat(response.getContentAsString(StandardCharsets.UTF_8))
          .contains("TOO_MANY_REQUESTS")
          .contains(
              method.equals("POST")
                  ? "\"detailZh\":\"每个地址每秒最多发送 2 次\""
                  : "\"detailZh\":\"每个地址每秒最多读取 4 次\"");
    }
    return response.getStatus();
  }

  @Test
  void a_burst_is_taken_and_then_so_many_a_second() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(send("POST", "203.0.113.1")).isEqualTo(200);
    }
    assertThat(send("POST", "203.0.113.1")).isEqualTo(429);
    now = now.plusMillis(500);
    assertThat(send("POST", "203.0.113.1")).isEqualTo(200);
    assertThat(send("POST", "203.0.113.1")).isEqualTo(429);
  }

  @Test
  void one_address_does_not_hold_up_another_nor_reading() throws Exception {
    for (int i = 0; i < 4; i++) {
      send("POST", "203.0.113.1");
    }
    assertThat(send("POST", "203.0.113.2")).isEqualTo(200);
    assertThat(send("GET", "203.0.113.1")).isEqualTo(200);
  }

  @Test
  void reading_has_a_limit_of_its_own() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(send("GET", "203.0.113.1")).isEqualTo(200);
    }
    assertThat(send("GET", "203.0.113.1")).isEqualTo(429);
    assertThat(send("HEAD", "203.0.113.1")).isEqualTo(429);
    assertThat(send("POST", "203.0.113.1")).isEqualTo(200);
    now = now.plusMillis(250);
    assertThat(send("GET", "203.0.113.1")).isEqualTo(200);
    assertThat(send("GET", "203.0.113.1")).isEqualTo(429);
  }

  @Test
  void without_a_number_there_is_no_limit() throws Exception {
    RateLimit none = limit(new RateLimit.Settings(0, 0, 0, 0, 2, false));
    for (int i = 0; i < 100; i++) {
      assertThat(send(none, "POST", "203.0.113.1")).isEqualTo(200);
      assertThat(send(none, "GET", "203.0.113.1")).isEqualTo(200);
    }
  }

  @Test
  void an_ipv6_subscriber_is_one_whatever_address_it_chooses() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(send("POST", "2001:db8:2:3::" + i)).isEqualTo(200);
    }
    assertThat(send("POST", "2001:db8:2:3:ffff::9")).isEqualTo(429);
    assertThat(send("POST", "2001:db8:2:4::1")).isEqualTo(200);
  }

  @Test
  void what_a_proxy_says_instead_of_an_address_is_one_and_is_not_looked_up() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(send("POST", "localhost")).isEqualTo(200);
    }
    assertThat(send("POST", "localhost")).as("it is not this machine").isEqualTo(429);
    assertThat(send("POST", "")).isEqualTo(200);
  }

  @Test
  void this_machine_is_limited_when_it_is_said() throws Exception {
    RateLimit strict = limit(new RateLimit.Settings(2, 3, 4, 5, 2, true));
    for (int i = 0; i < 3; i++) {
      assertThat(send(strict, "POST", "127.0.0.1")).isEqualTo(200);
    }
    assertThat(send(strict, "POST", "127.0.0.1")).isEqualTo(429);
  }

  @Test
  void this_machine_is_not_limited_unless_it_is_said() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(send("POST", "127.0.0.1")).isEqualTo(200);
      assertThat(send("POST", "::1")).isEqualTo(200);
    }
  }

  @Test
  void only_so_many_addresses_are_remembered() throws Exception {
    for (int i = 0; i < 4; i++) {
      send("POST", "203.0.113.1");
    }
    send("POST", "203.0.113.2");
    send("POST", "203.0.113.3");
    assertThat(send("POST", "203.0.113.1")).as("the eldest was forgotten").isEqualTo(200);
  }
}
