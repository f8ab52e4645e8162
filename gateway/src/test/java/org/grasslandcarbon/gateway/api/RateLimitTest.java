// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

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

  private final RateLimit limit = new RateLimit(new RateLimit.Settings(2, 3, 2, false), clock);

  private int send(String method, String address) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/v1/instructions");
    request.setRemoteAddr(address);
    MockHttpServletResponse response = new MockHttpServletResponse();
    limit.doFilter(request, response, new MockFilterChain());
    if (response.getStatus() == 429) {
      assertThat(response.getHeader("Retry-After")).isEqualTo("1");
      assertThat(response.getContentAsString()).contains("TOO_MANY_REQUESTS");
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
