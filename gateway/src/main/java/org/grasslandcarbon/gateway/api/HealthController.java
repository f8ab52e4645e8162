// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import org.grasslandcarbon.gateway.access.Open;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether the gateway is well, in one word, for whoever distributes requests among gateways; why it
 * is not is told on the management port.
 */
@RestController
@Open("one word, for whoever distributes requests")
final class HealthController {
  private static final String BASE = "/actuator/health";

  private final HealthEndpoint health;

  HealthController(HealthEndpoint health) {
    this.health = health;
  }

  /** One word. */
  record Word(String status) {}

  @GetMapping(BASE)
  ResponseEntity<Word> health() {
    return word(health.health());
  }

  /** Whether requests may come. */
  @GetMapping(BASE + "/readiness")
  ResponseEntity<Word> readiness() {
    return word(health.healthForPath("readiness"));
  }

  /** Whether the process works at all. */
  @GetMapping(BASE + "/liveness")
  ResponseEntity<Word> liveness() {
    return word(health.healthForPath("liveness"));
  }

  private static ResponseEntity<Word> word(HealthDescriptor health) {
    boolean up = health.getStatus().equals(Status.UP);
    return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .cacheControl(CacheControl.noStore())
        .body(new Word(health.getStatus().getCode()));
  }
}
